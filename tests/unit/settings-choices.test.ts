import { describe, expect, it } from 'vitest';
import { chosenOption, parseSettings, SETTINGS, withOption } from '../../src/client/settings/choices.ts';

const setting = (name: string) => {
  const found = SETTINGS.find((each) => each.name === name);
  if (!found) throw new Error(`There is no setting ${name}.`);
  return found;
};

describe('settings', () => {
  it('offer five sizes, and one option of each setting that changes nothing', () => {
    expect(setting('size').options).toHaveLength(5);
    for (const { options } of SETTINGS)
      expect(options.filter(({ set }) => Object.keys(set).length === 0)).toHaveLength(1);
  });

  it('come back as they were chosen', () => {
    for (const each of SETTINGS) {
      for (const option of each.options) {
        const kept = withOption({ size: '0.9', face: 'x', latin: 'y' }, each, option);
        expect(chosenOption(each, parseSettings(JSON.stringify(kept)))).toBe(option);
      }
    }
  });

  it('leave the others as they are, and nothing of themselves where the standard is chosen again', () => {
    const face = setting('face');
    const [sans, serif] = face.options;
    const size = { size: '1.5' };
    expect(sans && serif && withOption(withOption(size, face, serif), face, sans)).toEqual(size);
  });

  it.each([null, 'x', '7', '[]', 'null', '{"size":3}'])('are none where %s is kept', (kept) => {
    expect(parseSettings(kept)).toEqual({});
  });

  it('that are no longer offered count as the standard', () => {
    expect(chosenOption(setting('size'), { size: '17' }).words).toBe('标准');
  });
});
