import { describe, expect, it } from 'vitest';
import type { Viewpoint } from '../../scripts/ingest/model/document.ts';
import { findMentions } from '../../scripts/ingest/transforms/find-mentions.ts';
import type { ReportPlace } from '../../scripts/ingest/transforms/place-viewpoints.ts';
import { heading, paragraph } from '../support/invented-document.ts';

const viewpoint = (number: number, lead: string, rest = ''): Viewpoint => ({
  number,
  lead,
  children: [paragraph(lead + rest)],
  origins: [],
});
const place = (chapter: string, section: string, title: string, text = ''): ReportPlace => ({
  chapter,
  section,
  title,
  text,
  heading: heading(section === '' ? 1 : 2, section, title),
});
/** Ten pairs, of which each tells as much as the others. */
const TITLE = '甲乙丙丁戊己庚辛壬癸天';
const BARE = [place('a', '', '总览'), place('a', '（一）', TITLE)] as const;

/** The headings that are spoken of, each with its viewpoints. */
function mentioned(
  viewpoints: readonly Viewpoint[],
  places: readonly ReportPlace[] = BARE,
  placed: readonly (ReportPlace | null)[] = [],
): readonly string[] {
  return findMentions(viewpoints, places, placed, []).mentions.map(
    (mention) => `${mention.heading.number}: ${mention.viewpoints.join(' ')}`,
  );
}

describe('a section without text is spoken of', () => {
  it.each([
    ['three of ten pairs of its title in the lead', '甲乙丙丁', '', ['（一）: 1']],
    ['two of ten in the lead', '甲乙丙', '', []],
    ['nine of ten in the text alone', '子丑', '甲乙丙丁戊己庚辛壬癸', ['（一）: 1']],
    ['eight of ten in the text alone', '子丑', '甲乙丙丁戊己庚辛壬', []],
  ])(
    'by a viewpoint that has three tenths of its title, the lead counting twice: %s',
    (_, lead, rest, found) => {
      expect(mentioned([viewpoint(1, lead, rest)])).toEqual(found);
    },
  );

  it('by all that do', () => {
    expect(mentioned([viewpoint(1, '甲乙丙丁'), viewpoint(2, '子'), viewpoint(3, '庚辛壬癸')])).toEqual([
      '（一）: 1 3',
    ]);
  });
});

describe('no viewpoint is named', () => {
  const speaking = [viewpoint(1, TITLE)];

  it('where the text is there', () => {
    expect(mentioned(speaking, [BARE[0], place('a', '（一）', TITLE, '正文')])).toEqual([]);
  });

  it('where one stands at the section itself or at the head of its chapter', () => {
    expect(mentioned(speaking, BARE, [BARE[1]])).toEqual([]);
    expect(mentioned(speaking, BARE, [BARE[0]])).toEqual([]);
    expect(mentioned(speaking, BARE, [place('b', '', '别章'), null])).toEqual(['（一）: 1']);
  });

  it('at a chapter that has sections', () => {
    expect(mentioned(speaking, [place('a', '', TITLE), place('a', '（一）', '别的')])).toEqual([]);
    expect(mentioned(speaking, [place('a', '', TITLE)])).toEqual([': 1']);
  });
});

describe('what a person checked', () => {
  const checked = { chapter: 'a', section: '(一)', viewpoints: [2, 9], checked: true };
  const viewpoints = [viewpoint(1, TITLE), viewpoint(2, '子丑')];

  it('stands, and what does not exist is said', () => {
    const { recorded, mentions, messages } = findMentions(viewpoints, BARE, [], [checked]);
    expect(recorded).toEqual([checked]);
    expect(mentions.map((mention) => mention.viewpoints)).toEqual([[2]]);
    expect(messages.map(({ severity, reason }) => `${severity}: ${reason}`)).toEqual([
      'warning: Under mentions, report.yaml names viewpoint 9 at a (一), which is not there.',
    ]);
  });

  it('at a section that is gone is said, and kept', () => {
    const gone = { ...checked, section: '（七）' };
    const { recorded, messages } = findMentions(viewpoints, BARE, [], [gone]);
    expect(recorded).toContainEqual(gone);
    expect(messages[0]?.reason).toContain('the section a （七）');
  });

  it('replaces what was only matched; the rest is matched anew, with a request to look at it', () => {
    const guess = { chapter: 'a', section: '（一）', viewpoints: [2], checked: false };
    const { recorded, messages } = findMentions(viewpoints, BARE, [], [guess]);
    expect(recorded).toEqual([{ ...guess, viewpoints: [1] }]);
    expect(messages).toMatchObject([{ severity: 'info', reason: expect.stringContaining('a （一） by 1') }]);
  });
});
