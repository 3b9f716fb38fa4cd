import { describe, expect, it } from 'vitest';
import { overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml } from '../../src/schema/parse-yaml.ts';
import { correctionOfForm } from '../../scripts/review/correction-of-form.ts';
import { html } from '../../scripts/review/html.ts';
import { withCorrection, withReportFields } from '../../scripts/review/write-overrides.ts';
import { heading, INVENTED_BODY, paragraph } from '../support/invented-document.ts';

const values = (text: string) => parseYaml(overridesSchema, { text }).value;

describe('a correction written into overrides.yaml', () => {
  const own = `# 本人所写，勿动

corrections:
  # 第一条
  - drop: 一段很长很长的文字，长得超过了八十个字符也不应当被折行，因为这是人写的，人写成什么样就是什么样，不必替人折行，也不必替人换行，更不必改动其中任何一处。 # 页脚
    reason: 页脚
  - heading: "二、趋势" # 带引号
    level: 2
`;

  it('keeps comments, order and spelling of what a person wrote, and comes last', () => {
    const text = withCorrection(own, { splitAfter: '完。' });
    expect(text).toBe(`${own}  - splitAfter: 完。\n`);
  });

  it('begins a file that is not there, and keeps the comment of one that has nothing else', () => {
    expect(values(withCorrection('', { joinBefore: '甲' }))).toEqual({ corrections: [{ joinBefore: '甲' }] });
    const text = withCorrection('# 还没有\n', { joinBefore: '甲' });
    expect(text).toMatch(/^# 还没有\n\s*corrections:/u);
  });

  it('stands beside the fields of the report, which an empty value takes out again', () => {
    const described = withReportFields(own, { title: '河湖年报', publisher: '示例院' });
    expect(values(described)?.report).toEqual({ title: '河湖年报', publisher: '示例院' });
    expect(described).toContain('# 本人所写，勿动');
    const without = withReportFields(described, { title: '', publisher: '' });
    expect(values(without)).toEqual(values(own));
    expect(values(without)?.report).toBeUndefined();
  });

  it('is refused where the file is broken, with its line', () => {
    expect(() => withCorrection('corrections:\n  - nothing\n', { drop: '甲' })).toThrow(/Line 2/u);
  });
});

describe('a form of the review', () => {
  const figure = INVENTED_BODY.find(({ type }) => type === 'figure')!;
  const list = INVENTED_BODY.find(({ type }) => type === 'list')!;

  it('names the block by its whole text, by how it begins, or by its number or place', () => {
    const title = heading(2, '（一）', '态势');
    expect(correctionOfForm(title, { action: 'level', value: '3' })).toEqual({
      heading: '（一）态势',
      level: 3,
    });
    expect(correctionOfForm(title, { action: 'drop', extra: '页眉' })).toEqual({
      drop: '（一）态势',
      reason: '页眉',
    });
    expect(correctionOfForm(paragraph('甲'.repeat(50)), { action: 'join' })).toEqual({
      joinBefore: '甲'.repeat(40),
    });
    expect(correctionOfForm(paragraph('甲乙'), { action: 'split', value: '甲' })).toEqual({
      splitAfter: '甲',
    });
    expect(correctionOfForm(list, { action: 'kind', value: 'paragraph' })).toMatchObject({
      was: 'list',
      kind: 'paragraph',
    });
    expect(correctionOfForm(paragraph('甲乙'), { action: 'replace', value: '甲', extra: '丙' })).toEqual({
      replace: '甲',
      with: '丙',
      within: '甲乙',
    });
    expect(correctionOfForm(figure, { action: 'alt', value: '柱状图' })).toEqual({
      alt: '柱状图',
      figure: '图 1',
    });
    expect(correctionOfForm({ ...figure, number: '' } as typeof figure, { action: 'drop' })).toEqual({
      dropFigure: { page: 5, top: 72 },
    });
  });

  it('that is empty, or makes no sense for the block, is no correction', () => {
    expect(correctionOfForm(paragraph('甲'), { action: 'split', value: '' })).toBeNull();
    expect(correctionOfForm(paragraph('甲'), { action: 'alt', value: '图' })).toBeNull();
    expect(correctionOfForm(paragraph('甲'), { action: 'level', value: '9' })).toBeNull();
    expect(correctionOfForm(paragraph('甲'), {})).toBeNull();
  });
});

describe('the page of a review', () => {
  it('escapes all text that it shows, in elements and attributes', () => {
    expect(html`<p title="${'"\'<&>'}">${'<script>'}</p>`.markup).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;script&gt;</p>',
    );
  });
});
