import { recall, remember } from '../storage.ts';
import { parseSettings, SETTINGS, type KeptSettings } from './choices.ts';

const NAMES = SETTINGS.flatMap(({ options }) => options.flatMap(({ set }) => Object.keys(set)));

/** The settings of this device. */
export const keptSettings = (): KeptSettings => parseSettings(recall('reading'));

/** Shows settings on the page, and keeps them; what is not set is as the page was made. */
export function applySettings(settings: KeptSettings): void {
  remember('reading', Object.keys(settings).length === 0 ? null : JSON.stringify(settings));
  const { style } = document.documentElement;
  for (const name of NAMES) {
    const value = settings[name];
    if (value === undefined) style.removeProperty(`--reading-${name}`);
    else style.setProperty(`--reading-${name}`, value);
  }
}

/** The theme that was chosen; `system` where none was. */
export const keptTheme = (): string => recall('theme') ?? 'system';

/** Shows a theme on the page, and keeps it. */
export function applyTheme(theme: string): void {
  remember('theme', theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
