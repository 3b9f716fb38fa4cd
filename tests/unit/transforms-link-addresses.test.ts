import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../scripts/ingest/genre/addresses.ts';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { linkInlines } from '../../scripts/ingest/transforms/link-addresses.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const link = (url: string, ...children: readonly Inline[]): Inline => ({ type: 'link', url, children });
const note: Inline = { type: 'noteReference', noteId: 'n1' };
const page: Inline = { type: 'pageMark', page: 3, label: '1' };
const addresses = (value: string): readonly string[] => findAddresses(value).map(({ url }) => url);

describe('findAddresses', () => {
  it('ends an address before the stop, bracket or Chinese text behind it', () => {
    expect(addresses('见 https://example.org/a?b=1。后文')).toEqual(['https://example.org/a?b=1']);
    expect(addresses('（http://example.org/a），后文')).toEqual(['http://example.org/a']);
    expect(addresses('Available at https://example.org/a.pdf.')).toEqual(['https://example.org/a.pdf']);
    expect(addresses('(see https://example.org/a).')).toEqual(['https://example.org/a']);
    expect(addresses('[https://example.org/a]; then')).toEqual(['https://example.org/a']);
    expect(addresses('[J].https://example.org/a.pdf[17]后文')).toEqual(['https://example.org/a.pdf']);
    expect(addresses('载https://example.org/新闻')).toEqual(['https://example.org/']);
  });

  it('keeps brackets and stops that belong to it', () => {
    expect(addresses('https://example.org/Law_(draft)')).toEqual(['https://example.org/Law_(draft)']);
    expect(addresses('https://example.org/v1.2/a')).toEqual(['https://example.org/v1.2/a']);
  });

  it('knows an address by www., and one with a wide colon', () => {
    expect(addresses('网址：www.example.org/a')).toEqual(['http://www.example.org/a']);
    expect(addresses('http：//example.org')).toEqual(['http://example.org']);
  });

  it('takes nothing else for one', () => {
    expect(addresses('ftp://example.org mailto:a@example.org javascript:alert(1)')).toEqual([]);
    expect(addresses('http:// https://localhost http://例 a@www.example.org')).toEqual([]);
  });
});

describe('linkInlines', () => {
  it('links an address over several styles, and changes no character', () => {
    const inlines = [
      text('见 https://exam'),
      { type: 'emphasis', children: [text('ple.org')] } as const,
      text('/a。'),
    ];
    const linked = linkInlines(inlines);
    expect(plainText(linked)).toBe(plainText(inlines));
    expect(linked).toEqual([
      text('见 '),
      link(
        'https://example.org/a',
        text('https://exam'),
        { type: 'emphasis', children: [text('ple.org')] },
        text('/a'),
      ),
      text('。'),
    ]);
  });

  it('leaves marks of notes and pages outside of it', () => {
    const url = 'https://example.org/a';
    expect(linkInlines([text('https://example'), page, text('.org/a'), note])).toEqual([
      link(url, text('https://example')),
      page,
      link(url, text('.org/a')),
      note,
    ]);
    const strong: Inline = { type: 'strong', children: [text('https://example'), page, text('.org/a')] };
    expect(linkInlines([strong])).toEqual([
      { type: 'strong', children: [link(url, text('https://example')), page, link(url, text('.org/a'))] },
    ]);
  });

  it('completes a link that its source ended at the line, and keeps one that leads elsewhere', () => {
    const cut = [link('https://example.org/re', text('https://example.org/re')), text('port/1。')];
    expect(linkInlines(cut)).toEqual([
      link('https://example.org/report/1', text('https://example.org/re'), text('port/1')),
      text('。'),
    ]);
    const longer = link('https://example.org/report?id=7', text('https://example.org/report'));
    expect(linkInlines([longer])).toEqual([longer]);
    const elsewhere = link('https://other.example/', text('https://example.org'));
    expect(linkInlines([elsewhere])).toEqual([elsewhere]);
  });

  it('makes plain text of a link that leads to no page of the web', () => {
    expect(linkInlines([link('mailto:a@example.org', text('写信'))])).toEqual([text('写信')]);
  });

  it('gives the same when it is done twice', () => {
    const once = linkInlines([text('见https://example.org/a；www.example.org'), note]);
    expect(linkInlines(once)).toEqual(once);
  });
});
