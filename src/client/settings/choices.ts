/** One thing that a reader may set, and what may be chosen. */
export interface Setting {
  /** As it is kept, and `--reading-<name>` in the style sheet; `theme` is kept by itself. */
  readonly name: string;
  readonly words: string;
  readonly options: readonly Option[];
}

export interface Option {
  /** The values of the custom properties, by their name after `--reading-`; none where it is what the page has anyway. */
  readonly set: Readonly<Record<string, string>>;
  readonly words: string;
  /** Shown instead of the words, which are then read out only. */
  readonly sign?: string;
}

/** Five sizes of text: about as far apart as the steps of print sizes (小四, 四号, 小三 …). */
const SIZE: Setting = {
  name: 'size',
  words: '字号',
  options: [
    { set: { size: '0.9' }, words: '小', sign: '文' },
    { set: {}, words: '标准', sign: '文' },
    { set: { size: '1.12' }, words: '大', sign: '文' },
    { set: { size: '1.28' }, words: '特大', sign: '文' },
    { set: { size: '1.5' }, words: '最大', sign: '文' },
  ],
};

const LEADING: Setting = {
  name: 'leading',
  words: '行距',
  options: [
    { set: { leading: '1.65' }, words: '紧凑' },
    { set: {}, words: '标准' },
    { set: { leading: '2.2' }, words: '宽松' },
  ],
};

/** Characters on a full line. */
const MEASURE: Setting = {
  name: 'measure',
  words: '栏宽',
  options: [
    { set: { measure: '30em' }, words: '窄' },
    { set: {}, words: '标准' },
    { set: { measure: '46em' }, words: '宽' },
  ],
};

const FACE: Setting = {
  name: 'face',
  words: '字体',
  options: [
    { set: {}, words: '黑体' },
    { set: { face: 'var(--font-serif)', latin: "Georgia, 'Times New Roman', serif" }, words: '宋体' },
  ],
};

/** What the panel offers below the theme, in its order. */
export const SETTINGS: readonly Setting[] = [SIZE, LEADING, MEASURE, FACE];

/** The themes, as `data-theme` of the root names them; `system` is none. */
export const THEMES = [
  { value: 'system', words: '跟随系统' },
  { value: 'light', words: '浅色' },
  { value: 'sepia', words: '米色' },
  { value: 'dark', words: '深色' },
] as const;

/** Values by their name after `--reading-`, as they are kept. */
export type KeptSettings = Readonly<Record<string, string>>;

/** What was kept, as far as it has the form of settings; nothing of it where it has not. */
export function parseSettings(kept: string | null): KeptSettings {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** Which option of a setting is chosen; one that is no longer offered counts as none. */
export function chosenOption(setting: Setting, kept: KeptSettings): Option {
  const [first] = setting.options;
  const standard = setting.options.find(({ set }) => Object.keys(set).length === 0) ?? first;
  const chosen = setting.options.find(
    ({ set }) => setting.name in set && set[setting.name] === kept[setting.name],
  );
  return chosen ?? standard ?? { set: {}, words: '' };
}

/** Settings in which `option` is chosen and all others are as they were. */
export function withOption(kept: KeptSettings, setting: Setting, option: Option): KeptSettings {
  const own = new Set(setting.options.flatMap(({ set }) => Object.keys(set)));
  const others = Object.entries(kept).filter(([name]) => !own.has(name));
  return { ...Object.fromEntries(others), ...option.set };
}
