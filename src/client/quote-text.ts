import { MISSING_ADDRESS } from '../lib/citation/missing-address.ts';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { publicAddress } from './public-address.ts';

/** A text that can be copied; where it asks for an address that the site did not know at build, the page may know it. */
class QuoteText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('[data-quote]');
    const button = this.querySelector('button');
    if (!text || !button) return;
    const path = this.dataset['path'];
    const address = path === undefined ? undefined : publicAddress(path);
    if (address) text.textContent = (text.textContent ?? '').replace(MISSING_ADDRESS, address);
    button.addEventListener('click', async () => {
      const copied = await copyText((text.textContent ?? '').trim());
      announce(copied ? '已复制' : '无法复制，请选中文字复制');
      button.textContent = copied ? '已复制' : '请选中复制';
      setTimeout(() => (button.textContent = '复制'), 2000);
    });
  }
}

customElements.define('quote-text', QuoteText);
