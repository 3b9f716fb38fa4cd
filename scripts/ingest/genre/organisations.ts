/** Names of those who publish reports. */
import { squeeze } from './fold-text.ts';

const ORGANISATION =
  /(?:院|会|所|中心|办公室|部|局|公司|集团|联盟|大学|学院|实验室|工作组|委员会|协会|学会|研究组|智库|央行|银行|出版社|课题组|编写组)$/u;

/** Whether a line ends as the name of an organisation does. */
export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(squeeze(text));
}
