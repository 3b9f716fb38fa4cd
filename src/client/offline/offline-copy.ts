import { announce } from '../announce.ts';
import { element } from '../search/element.ts';
import { describeOfflineFailure, formatBytes } from '../../lib/offline.ts';
import { OfflineError, removeReport, savedReports, saveReport } from './registration.ts';

/** The offer on a report's home page: its button, and what became of it. */
interface Offer {
  readonly report: string;
  readonly bytes: number;
  readonly box: HTMLElement;
  readonly button: HTMLButtonElement;
}

function readOffer(box: HTMLElement): Offer | undefined {
  const button = box.querySelector('button');
  const { report, bytes } = box.dataset;
  return button && report ? { report, bytes: Number(bytes), box, button } : undefined;
}

/** Puts `parts` in the place of the button, or of what stood there. */
function show({ box, button }: Offer, ...parts: readonly (Node | string)[]): void {
  button.hidden = true;
  box.querySelector('p')?.remove();
  box.append(element('p', {}, ...parts));
}

function showButton({ box, button }: Offer, sentence: string): void {
  box.querySelector('p')?.remove();
  button.hidden = false;
  if (sentence) box.append(element('p', {}, sentence));
}

function showSaved(offer: Offer): void {
  const remove = element('button', { type: 'button', class: 'quiet-button' }, '从本机移除');
  remove.addEventListener('click', () => {
    void removeReport(offer.report).then(() => {
      showButton(offer, '');
      offer.button.focus();
      announce('已从本机移除');
    });
  });
  show(offer, '✓ 已保存到本机，没有网络也能阅读和搜索。', remove);
}

async function save(offer: Offer): Promise<void> {
  const bar = element('progress', { max: '1', value: '0', 'aria-label': '保存进度' });
  const count = element('span', { class: 'figures' });
  show(offer, '正在保存……', bar, count);
  try {
    await saveReport(offer.report, offer.bytes, (done, total) => {
      bar.value = done / total;
      count.textContent = `${done} / ${total}`;
    });
    showSaved(offer);
    announce('已保存到本机，没有网络也能阅读和搜索。');
  } catch (error) {
    const failure = error instanceof OfflineError ? error.failure : 'network';
    const sentence = describeOfflineFailure(failure, formatBytes(offer.bytes));
    showButton(offer, sentence);
    announce(sentence);
  }
}

/** Saves the report, as the reader has asked for by its button. */
export async function saveOffer(box: HTMLElement): Promise<void> {
  const offer = readOffer(box);
  if (offer) await save(offer);
}

/** Says of a report that is on this device that it is. */
export async function showOfferState(box: HTMLElement): Promise<void> {
  const offer = readOffer(box);
  if (offer && (await savedReports()).includes(offer.report)) showSaved(offer);
}
