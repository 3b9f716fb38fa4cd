import { adoptStyles } from '../adopt-styles.ts';
import { announce } from '../announce.ts';
import { element } from '../search/element.ts';
import { applySettings, applyTheme, keptSettings, keptTheme } from './apply.ts';
import { chosenOption, SETTINGS, THEMES, withOption } from './choices.ts';
import css from './panel.css?inline';

interface Row {
  readonly name: string;
  readonly words: string;
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly words: string;
  readonly sign?: string | undefined;
  readonly isChosen: () => boolean;
  readonly choose: () => void;
}

const themeRow: Row = {
  name: 'theme',
  words: '外观',
  choices: THEMES.map(({ value, words }) => ({
    words,
    isChosen: () => keptTheme() === value,
    choose: () => applyTheme(value),
  })),
};

const rows = (): readonly Row[] => [
  themeRow,
  ...SETTINGS.map((setting) => ({
    name: setting.name,
    words: setting.words,
    choices: setting.options.map((option) => ({
      words: option.words,
      sign: option.sign,
      isChosen: () => chosenOption(setting, keptSettings()) === option,
      choose: () => applySettings(withOption(keptSettings(), setting, option)),
    })),
  })),
];

function makeRow({ name, words, choices }: Row): HTMLFieldSetElement {
  const inputs = choices.map((choice) => {
    const input = element('input', {
      type: 'radio',
      name: `reading-${name}`,
      'aria-label': choice.sign && choice.words,
    });
    input.addEventListener('change', choice.choose);
    return {
      input,
      choice,
      label: element('label', {}, input, element('span', {}, choice.sign ?? choice.words)),
    };
  });
  const row = element('fieldset', { 'data-row': name }, element('legend', {}, words));
  row.append(element('div', {}, ...inputs.map(({ label }) => label)));
  row.addEventListener('settings-shown', () => {
    for (const { input, choice } of inputs) input.checked = choice.isChosen();
  });
  return row;
}

function build(): HTMLDialogElement {
  adoptStyles(css);
  const made = rows().map(makeRow);
  const showState = (): void => {
    for (const row of made) row.dispatchEvent(new Event('settings-shown'));
  };
  const reset = element('button', { type: 'button' }, '恢复默认');
  reset.addEventListener('click', () => {
    applyTheme('system');
    applySettings({});
    showState();
    announce('已恢复默认设置');
  });
  const close = element('button', { type: 'button' }, '完成');
  const panel = element('dialog', { class: 'settings-panel', 'aria-label': '阅读设置' });
  panel.append(...made, element('p', {}, reset, close));
  close.addEventListener('click', () => (knowsPopovers() ? panel.hidePopover() : panel.close()));
  showState();
  return panel;
}

/** Where popovers are not known, the panel is an ordinary dialog. */
const knowsPopovers = (): boolean => Object.hasOwn(HTMLElement.prototype, 'popover');

const focusChosen = (panel: HTMLElement): void =>
  panel.querySelector<HTMLInputElement>('input:checked')?.focus({ preventScroll: true });

let panel: HTMLDialogElement | undefined;

/** Opens the panel below `button`. From the second time on, the browser itself opens and closes the popover of the button. */
export function openSettings(button: HTMLButtonElement): void {
  const isFirst = panel === undefined;
  panel ??= build();
  const shown = panel;
  if (!isFirst && knowsPopovers()) return;
  button.after(shown);
  if (!knowsPopovers()) return shown.showModal();
  shown.popover = 'auto';
  button.popoverTargetElement = shown;
  shown.addEventListener('toggle', () => shown.matches(':popover-open') && focusChosen(shown));
  shown.showPopover();
}
