/** The pages of a review: the list of pages, what is unsure first, and each page beside the blocks read from it. */
import type { PagePicture } from '../ingest/readers/pdf/pictures/page-picture.ts';
import type { Judged } from '../ingest/model/confidence.ts';
import { ALL_PRINTED, textOf } from '../ingest/model/text-of.ts';
import { blockForms } from './block-forms.ts';
import { html, type Markup } from './html.ts';
import type { PlacedBlock, ReviewSession } from './review-session.ts';
import { DOUBT_WORDS, KIND_WORDS } from './words.ts';

const REPORT_FIELDS = [
  ['title', '标题'],
  ['subtitle', '副标题'],
  ['publisher', '出版者'],
  ['number', '编号'],
  ['released', '日期（2024-11-29）'],
] as const;

/** A sentence about what became of the last correction. */
export interface Notice {
  readonly text: string;
  readonly isError: boolean;
}

/** The list of all pages, those with the most doubts first, and what the cover says. */
export function homePage(session: ReviewSession, token: string, notice: Notice | null): string {
  const { report = {} } = session.overrides();
  const { metadata } = session.document;
  const read: Readonly<Record<string, string | undefined>> = { ...metadata, released: metadata.date };
  const fields = REPORT_FIELDS.map(
    ([name, label]) =>
      html`<label
        >${label} <input name="${name}" value="${report[name] ?? ''}" placeholder="${read[name] ?? ''}"
      /></label>`,
  );
  const unsure = new Set(session.unsurePages.map(({ page }) => page));
  const sure = session.pages.filter(({ page }) => !unsure.has(page));
  const worst = session.unsurePages.map(
    ({ page, label, doubts }) =>
      html`<li>
        <a href="/pages/${page}">${pageName(page, label)}</a>
        <span
          >${doubts.map(({ id, count }) => `${DOUBT_WORDS[id]}${count > 1 ? ` ×${String(count)}` : ''}`).join('；')}</span
        >
      </li>`,
  );
  return layout(
    session,
    `核对：${metadata.title || session.id}`,
    html`${noticeOf(notice)}
      <section aria-labelledby="unsure">
        <h2 id="unsure">待核对的 ${unsure.size} 页（共 ${session.pages.length} 页）</h2>
        <ol class="pages">
          ${worst}
        </ol>
      </section>
      <section aria-labelledby="cover">
        <h2 id="cover">封面信息</h2>
        <form method="post" action="/report" class="cover">
          <input type="hidden" name="token" value="${token}" />${fields}<button>写入 overrides.yaml</button>
        </form>
      </section>
      <section aria-labelledby="sure">
        <h2 id="sure">确定的页</h2>
        <p class="sure">
          ${sure.map(({ page, label }) => html`<a href="/pages/${page}">${pageName(page, label)}</a> `)}
        </p>
      </section>`,
  );
}

/** One page of the PDF with boxes drawn on it, beside its blocks. */
export function pagePage(
  session: ReviewSession,
  page: number,
  {
    picture,
    token,
    notice,
  }: { readonly picture: PagePicture; readonly token: string; readonly notice: Notice | null },
): string {
  const blocks = session.blocksOn(page);
  const shown = [
    ...blocks.filter(({ block }) => isUnsure(block)),
    ...blocks.filter(({ block }) => !isUnsure(block)),
  ];
  const label = session.pages[page - 1]?.label ?? '';
  const own = session.pages[page - 1]?.doubts?.filter((id) => id !== 'part/unsure') ?? [];
  const link = (to: number, words: string, key: string): Markup =>
    to >= 1 && to <= session.pages.length
      ? html`<a href="/pages/${to}" data-key="${key}">${words}</a>`
      : html``;
  return layout(
    session,
    `${pageName(page, label)}`,
    html`${noticeOf(notice)}
      <nav aria-label="页">
        <a href="/">所有页</a> ${link(page - 1, '上一页', 'p')} ${link(page + 1, '下一页', 'n')}
      </nav>
      ${own.map((id) => html`<p class="doubt">${DOUBT_WORDS[id]}</p>`)}
      <div class="beside">
        <figure class="sheet">
          <img
            src="/pages/${page}.webp"
            alt="第 ${page} 页的图像"
            width="${Math.round(picture.width)}"
            height="${Math.round(picture.height)}"
          />
          <svg viewBox="0 0 ${picture.width} ${picture.height}" aria-hidden="true">${blocks.map(boxOf)}</svg>
        </figure>
        <ol class="blocks" aria-label="读出的内容，待核对的在前">
          ${shown.map((each) => blockItem(each, page, token))}
        </ol>
      </div>`,
  );
}

function boxOf({ block, origin: { box }, number }: PlacedBlock): Markup {
  return html`<a href="#b${number}" tabindex="-1"
    ><rect
      class="${block.type} ${isUnsure(block) ? 'unsure' : 'sure'}"
      data-block="b${number}"
      x="${box.x}"
      y="${box.y}"
      width="${box.width}"
      height="${box.height}"
  /></a>`;
}

function blockItem({ block, number }: PlacedBlock, page: number, token: string): Markup {
  const level = block.type === 'heading' ? ` ${String(block.level)}` : '';
  const doubts = (block.doubts ?? []).map((id) => html`<p class="doubt">${DOUBT_WORDS[id]}</p>`);
  const text =
    textOf([block], { counted: ALL_PRINTED, between: ' ' }) ||
    (block.type === 'figure' ? (block.alt ?? '') : '');
  return html`<li id="b${number}" class="${block.type} ${isUnsure(block) ? 'unsure' : 'sure'}" tabindex="0">
    <h2>${KIND_WORDS[block.type]}${level}${isUnsure(block) ? '（待核对）' : ''}</h2>
    <p class="text" tabindex="0">${text}</p>
    ${doubts}
    <details>
      <summary>改正</summary>
      ${blockForms(block, { token, page, number })}
    </details>
  </li>`;
}

function isUnsure({ confidence }: Judged): boolean {
  return confidence === 'unsure';
}

function pageName(page: number, label: string): string {
  return label === '' || label === String(page)
    ? `第 ${String(page)} 页`
    : `第 ${String(page)} 页（印作 ${label}）`;
}

function noticeOf(notice: Notice | null): Markup {
  if (notice === null) return html``;
  return html`<p class="notice" role="${notice.isError ? 'alert' : 'status'}">${notice.text}</p>`;
}

function layout(session: ReviewSession, title: string, main: Markup): string {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${session.id}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/review-page.css" />
        <script type="module" src="/review-page.js"></script>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>
            改正写入 overrides.yaml；再运行 <code>npm run ingest -- ${session.id}</code> 即生效。键盘：n、p
            换页，j、k 换段。
          </p>
        </header>
        <main>${main}</main>
      </body>
    </html>`;
  return page.markup;
}
