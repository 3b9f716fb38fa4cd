import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';

/** The words that stand for the day of quoting; as in `lib/citation.ts`. */
const ACCESS_DATE = '[引用日期]';
const MISSING_ADDRESS = '（本站没有公开的地址）';
/** Nobody else can open an address of the reader's own machine. */
const OWN_MACHINE = /^(?:localhost|127\.|\[::1\]|$)/u;

/** A reference that can be copied, with today's date where it asks for the date of access. */
class QuoteText extends HTMLElement {
  connectedCallback(): void {
    const [text] = this.childNodes;
    const button = this.querySelector('button');
    if (!text || !button) return;
    const today = new Date();
    const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    // Where the site does not know its own origin, the page may.
    const path = this.dataset['path'];
    const dated = (text.textContent ?? '').replace(ACCESS_DATE, `[${iso}]`);
    const isOpenToAll = path !== undefined && !OWN_MACHINE.test(location.hostname);
    text.textContent = isOpenToAll
      ? dated.replace(MISSING_ADDRESS, new URL(path, location.href).href)
      : dated;
    button.addEventListener('click', async () => {
      const copied = await copyText((text.textContent ?? '').trim());
      announce(copied ? '已复制' : '无法复制，请选中文字复制');
      button.textContent = copied ? '已复制' : '请选中复制';
      setTimeout(() => (button.textContent = '复制'), 2000);
    });
  }
}

customElements.define('quote-text', QuoteText);
