/** An icon of the site as an app. */
export interface AppIcon {
  /** Without its ending. */
  readonly file: string;
  /** Pixels of each side. */
  readonly size: number;
  readonly purpose: 'any' | 'maskable';
}

/** The sizes that browsers ask for (192 and 512), one whose edges a phone may cut off, and that of iPhones (180). */
export const APP_ICONS: readonly AppIcon[] = [
  { file: '192', size: 192, purpose: 'any' },
  { file: '512', size: 512, purpose: 'any' },
  { file: 'maskable', size: 512, purpose: 'maskable' },
  { file: 'apple', size: 180, purpose: 'maskable' },
];

/** Of a maskable icon, only a circle of this share of its width is sure to be seen (W3C, Web App Manifest). */
export const SAFE_SHARE = 0.8;
