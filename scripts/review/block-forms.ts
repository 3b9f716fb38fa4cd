/** The forms by which a block is corrected: which there are depends on its kind. */
import type { Block } from '../ingest/model/document.ts';
import { html, type Markup } from './html.ts';
import { KIND_WORDS } from './words.ts';

/** What every form sends along. */
export interface FormContext {
  readonly token: string;
  readonly page: number;
  readonly number: number;
}

const LEVELS = ['0 正文', '1 章', '2 节', '3 小节', '4 最小一级'];

/** All forms of a block, one below the other. */
export function blockForms(block: Block, context: FormContext): readonly Markup[] {
  const form = (action: string, label: string, fields: Markup): Markup =>
    html`<form method="post" action="/corrections">
      <input type="hidden" name="token" value="${context.token}" />
      <input type="hidden" name="page" value="${context.page}" />
      <input type="hidden" name="number" value="${context.number}" />
      <input type="hidden" name="action" value="${action}" />
      ${fields}<button>${label}</button>
    </form>`;
  const text = (name: string, label: string): Markup =>
    html`<label>${label} <input name="${name}" autocomplete="off" /></label>`;
  const drop = form('drop', '不属于正文', text('extra', '原因'));
  const forms: Markup[] = [];
  if (block.type === 'heading' || block.type === 'paragraph') {
    const level = block.type === 'heading' ? block.level : 0;
    const options = LEVELS.map(
      (label, index) =>
        html`<option value="${index}" ${index === level ? SELECTED : html``}>${label}</option>`,
    );
    forms.push(
      form(
        'level',
        '改级别',
        html`<label
          >标题级别
          <select name="value">
            ${options}
          </select></label
        >`,
      ),
      form('split', '从此处分开', text('value', '前一段最后的几个字')),
      form('join', '与前一段合并', html``),
    );
  }
  if (block.type === 'figure') forms.push(form('alt', '写替代文字', text('value', '图中所示')));
  else {
    const kinds = (['paragraph', 'list', 'quote'] as const).filter((kind) => kind !== block.type);
    const options = kinds.map((kind) => html`<option value="${kind}">${KIND_WORDS[kind]}</option>`);
    forms.push(
      form(
        'kind',
        '改类型',
        html`<label
          >应为
          <select name="value">
            ${options}
          </select></label
        >`,
      ),
      form('replace', '改文字', html`${text('value', '原文')}${text('extra', '改为')}`),
    );
  }
  return [...forms, drop];
}

const SELECTED = html`selected`;
