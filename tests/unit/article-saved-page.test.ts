import { describe, expect, it } from 'vitest';
import { readHtmlUnits } from '../../scripts/ingest/readers/article/html-units.ts';
import { showInlines } from '../support/show-inlines.ts';

/** The units of a page whose article is `inner`; each element of the list stands on a line of its own. */
function unitsOf(...inner: readonly string[]) {
  return readHtmlUnits(`<div id="js_content">${inner.join('\n')}</div>`, 'page.html').units;
}

const textsOf = (...inner: readonly string[]): readonly string[] =>
  unitsOf(...inner).map(({ inlines }) => showInlines(inlines));

const kindsOf = (...inner: readonly string[]): readonly string[] =>
  unitsOf(...inner).map(({ kind, inlines }) => `${kind} ${showInlines(inlines)}`);

describe('blocks of a saved page', () => {
  it.each([
    ['<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['<section>甲<p>乙</p>丙</section>', ['甲', '乙', '丙']],
    ['甲<p></p>乙<hr>丙', ['甲', '乙', '丙']],
    ['<p>甲<span>乙</span>丙</p>', ['甲乙丙']],
    ['<p>甲<br>乙</p>', ['甲⏎乙']],
    ['<table><tr><th>甲</th><td>乙</td></tr><tr><td>丙</td></tr></table>', ['甲 乙', '丙']],
    ['<p> \n</p><p>甲</p>', ['甲']],
    ['<p>甲<!-- 乙 --><script>丙</script><style>丁</style></p>', ['甲']],
  ])('%s reads %j', (html, expected) => {
    expect(textsOf(html)).toEqual(expected);
  });

  it('are headings and bulleted items where their elements are', () => {
    expect(kindsOf('<h2>甲</h2><ul><li><p>乙</p></li><li>丙</li></ul><p>丁</p>')).toEqual([
      'heading 甲',
      'item 乙',
      'item 丙',
      'line 丁',
    ]);
  });

  it('bring the numbers that a browser writes before ordered items', () => {
    expect(kindsOf('<ol>\n<li>甲</li><!-- -->\n<li><section><p>乙</p></section></li></ol>')).toEqual([
      'line 1. 甲',
      'line 2. 乙',
    ]);
  });

  it('keep a list inside an ordered item apart, with bullets or numbers of its own', () => {
    expect(kindsOf('<ol><li>甲<ul><li><p>乙</p></li></ul></li><li>丙<ol><li>丁</li></ol></li></ol>')).toEqual(
      ['line 1. 甲', 'item 乙', 'line 2. 丙', 'line 1. 丁'],
    );
  });

  it('know the line of the file on which their text begins', () => {
    const lines = unitsOf(
      '<p>甲',
      '乙</p>',
      '<section>',
      '<p>',
      '<b>丙</b>',
      '丁</p>',
      '<ol>',
      '<li>',
      '戊</li></ol>',
    );
    expect(lines.map(({ line, inlines }) => `${line} ${showInlines(inlines)}`)).toEqual([
      '1 甲 乙',
      '5 ［丙］ 丁',
      '8 1. 戊',
    ]);
  });
});

describe('marks of a saved page', () => {
  it.each([
    ['<b>甲</b><strong>乙</strong>丙', '［甲乙］丙'],
    ['<span style="font-weight: bold">甲</span>乙', '［甲］乙'],
    ['<span style="font-weight:600">甲</span><span style="font-weight:500">乙</span>', '［甲］乙'],
    ['<b>甲<span style="font-weight:normal">乙</span></b>', '［甲］乙'],
    ['<b>甲<span style="font-weight:lighter">乙</span><i style="font-weight:400">丙</i></b>', '［甲］乙‹丙›'],
    ['<em>甲</em><i>乙</i><span style="font-style: italic">丙<b>丁</b></span>', '‹甲乙丙›［‹丁›］'],
    ['甲<sup>1<span>2</span></sup>', '甲^(12)'],
    ['<a href="https://e.org/">甲<b>乙</b></a>', '[甲](https://e.org/)［[乙](https://e.org/)］'],
    ['<a href="javascript:void(0)">甲</a><a>乙</a><span href="https://e.org/">丙</span>', '甲乙丙'],
    ['<h2><b>甲</b></h2>', '［甲］'],
  ])('%s reads %s', (html, expected) => {
    expect(textsOf(html)).toEqual([expected]);
  });

  it('are not made of headings, which are bold in any case', () => {
    expect(textsOf('<h3>甲<span style="font-weight:700">乙</span></h3>')).toEqual(['甲［乙］']);
  });
});

describe('links of a saved page', () => {
  it('belong to the text and the pictures inside them, over blocks too', () => {
    const linked = '<a href="https://e.org/a.pdf"><p>甲</p><img alt="图"></a><p>乙</p><p><img alt="二"></p>';
    expect(unitsOf(linked).map(({ kind, links }) => [kind, ...links])).toEqual([
      ['line', 'https://e.org/a.pdf'],
      ['image', 'https://e.org/a.pdf'],
      ['line'],
      ['image'],
    ]);
  });
});

describe('hidden text of a saved page', () => {
  const HIDDEN = '<span style="color:red; display : none">隐<style>藏</style><b>去</b></span>';

  it('is a unit of its own, taken out of its sentence', () => {
    expect(
      unitsOf(`<p>甲</p><p>乙${HIDDEN}丙</p>`).map(({ zone, inlines }) => `${zone} ${showInlines(inlines)}`),
    ).toEqual(['article 甲', 'hidden 隐去', 'article 乙丙']);
  });

  it('is no unit where there is none', () => {
    expect(textsOf('<p style="display:none"> <script>甲</script></p><p>乙</p>')).toEqual(['乙']);
  });

  it('is not the article, which WeChat hides until its script has run', () => {
    for (const style of ['visibility: hidden; opacity: 0', 'display: none']) {
      const inside = `<div id="js_content" style="${style}"><p>甲</p></div>`;
      const around = `<div style="${style}"><section id="js_content"><p>甲</p></section></div>`;
      for (const page of [inside, around]) {
        expect(readHtmlUnits(page, 'page.html').units).toMatchObject([{ zone: 'article' }]);
      }
    }
  });

  it('stays hidden around the article', () => {
    const page = '<p>前</p><p style="display:none">隐</p><div id="js_content">甲</div><p>后</p>';
    expect(readHtmlUnits(page, 'page.html').units.map(({ zone }) => zone)).toEqual([
      'page',
      'hidden',
      'article',
      'page',
    ]);
  });
});

describe('what a saved page says about itself', () => {
  const metadataOf = (head: string): Record<string, unknown> => {
    const { title, account, url, date } = readHtmlUnits(`${head}<div id="js_content">甲</div>`, 'page.html');
    return { title, account, url, date };
  };

  it('is first what a reader sees, then what the head says, then what scripts say', () => {
    const scripts =
      '<script>var msg_title = "三"; var nickname = htmlDecode("丙"); var msg_link = "http://e.org/?a=1&amp;b\\x3d2";</script>';
    const head = '<meta property="og:title" content=" 二 "><meta property="og:article:author" content="丁">';
    const shown = '<h1 id="activity-name"> 一\n <b>一</b> </h1><a id="js_name">乙</a>';
    expect(metadataOf(scripts + head + shown)).toMatchObject({ title: '一 一', account: '乙' });
    expect(metadataOf(scripts + head)).toMatchObject({ title: '二', account: '丙' });
    expect(metadataOf(scripts)).toEqual({ title: '三', account: '丙', url: 'https://e.org/?a=1&b=2' });
    expect(metadataOf(head)).toEqual({ title: '二', account: '丁' });
    expect(metadataOf('<meta property="og:url" content="/s/relative">')).toEqual({ title: '' });
  });

  it('has the day in China at the moment of publication', () => {
    const stamp = (seconds: number): unknown => metadataOf(`<script>var ct = "${seconds}";</script>`)['date'];
    // 2030-01-01, 23:59:59 and a second later, in Beijing.
    expect(stamp(1_893_513_599)).toBe('2030-01-01');
    expect(stamp(1_893_513_600)).toBe('2030-01-02');
    expect(stamp(1)).toBe('1970-01-01');
    for (const wrong of [0, -5, 1.5]) expect(stamp(wrong)).toBeUndefined();
    expect(metadataOf('<script>var createTime = "2030-1-2 10:00"; var ct = "1"</script>')['date']).toBe(
      '2030-01-02',
    );
  });
});
