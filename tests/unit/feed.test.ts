import { describe, expect, it } from 'vitest';
import { atomFeed, dateTimeOf } from '../../src/lib/feed/atom-feed.ts';

const entry = {
  title: '甲 <b>&</b>',
  address: 'https://reader.example/r/?a=1&b=2',
  updated: dateTimeOf('2024'),
  author: '乙',
  summary: '丙',
};
const feed = { title: '报告', address: 'https://reader.example/', self: 'https://reader.example/feed.xml' };

describe('a feed', () => {
  it('keeps text as text', () => {
    const xml = atomFeed({ ...feed, entries: [entry] });
    expect(xml).toContain('<title>甲 &#x3C;b>&#x26;&#x3C;/b></title>');
    expect(xml).toContain('<id>https://reader.example/r/?a=1&#x26;b=2</id>');
  });

  it('has all that Atom asks for, and is as new as its newest entry', () => {
    const newer = { ...entry, address: 'https://reader.example/s/', updated: dateTimeOf('2025-03') };
    const xml = atomFeed({ ...feed, entries: [newer, entry] });
    for (const name of ['id', 'title', 'updated']) expect(xml.split(`<${name}>`)).toHaveLength(4);
    expect(xml.split('<updated>')[1]).toMatch(/^2025-03-01T00:00:00\+08:00</u);
    expect(xml).toContain('rel="self"');
    expect(xml).toContain('<author><name>乙</name></author>');
  });

  it('takes a date that is only a year or a month for its first moment', () => {
    expect(['2024', '2024-11', '2024-11-29'].map(dateTimeOf)).toEqual([
      '2024-01-01T00:00:00+08:00',
      '2024-11-01T00:00:00+08:00',
      '2024-11-29T00:00:00+08:00',
    ]);
  });
});
