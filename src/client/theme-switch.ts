import { announce } from './announce.ts';
import { recall, remember } from './storage.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const currentTheme = (): Theme => THEMES.find((theme) => theme === recall('theme')) ?? 'system';

/** One button that goes through: as the system, light, dark. `public/theme.js` sets the choice before the first paint. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.show(currentTheme());
    this.querySelector('button')?.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'system';
      remember('theme', next === 'system' ? null : next);
      if (next === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = next;
      announce(this.show(next));
    });
  }

  /** @returns the name of the theme in words. */
  private show(theme: Theme): string {
    let name = '';
    for (const option of this.querySelectorAll<HTMLElement>('[data-theme-option]')) {
      option.hidden = option.dataset['themeOption'] !== theme;
      if (!option.hidden) name = `外观：${option.dataset['label']}`;
    }
    this.querySelector('button')?.setAttribute('aria-label', name);
    return name;
  }
}

customElements.define('theme-switch', ThemeSwitch);
