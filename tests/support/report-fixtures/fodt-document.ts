import { escapeMarkup, printedLabel } from './html-blocks.ts';
import { headingText } from './html-document.ts';
import { blockToFodt, paragraph, runsToFodt } from './fodt-blocks.ts';
import { fodtStyles, openingStyle } from './fodt-styles.ts';
import type { Fixture, Look, ReportSpec } from './report-model.ts';

const SPACES = [
  'office',
  'style',
  'text',
  'table',
  'drawing:draw',
  'xsl-fo-compatible:fo',
  'svg-compatible:svg',
];
const NAMESPACES = `${SPACES.map((space) => {
  const [path, prefix] = space.includes(':') ? (space.split(':') as [string, string]) : [space, space];
  return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${path}:1.0"`;
}).join(' ')} xmlns:xlink="http://www.w3.org/1999/xlink"`;

/** The report as a flat OpenDocument text; `labels` are the printed pages of its contents by block index. */
export function reportToFodt(
  fixture: Fixture,
  pictures: ReadonlyMap<number, string>,
  labels: ReadonlyMap<number, string>,
): string {
  const { report, look } = fixture;
  const blocks = report.blocks.map((block, index) => blockToFodt(block, index, look, pictures)).join('\n');
  const front = (after: boolean): string =>
    report.front
      .filter(({ afterContents }) => (afterContents === true) === after)
      .map((part, n) => {
        const heading = paragraph(
          !after && n === 0 ? 'FrontStart' : 'FrontHeading',
          part.title.length === 2 ? [...part.title].join('　') : part.title,
        );
        return heading + part.paras.map((runs) => paragraph('Body', runsToFodt(runs, look))).join('');
      })
      .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>${fontFaces(look)}</office:font-face-decls>
<office:styles>${fodtStyles(look)}
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Sub" style:family="text"><style:text-properties style:text-position="sub 62%"/></style:style>
<style:style style:name="Sup" style:family="text"><style:text-properties style:text-position="super 62%"/></style:style>
${noteSettings(look)}</office:styles>
<office:automatic-styles>${pageLayouts()}${openings(fixture)}${tableStyles(report)}</office:automatic-styles>
<office:master-styles>${masterPages(fixture)}</office:master-styles>
<office:body><office:text>
${paragraph('CoverTitleStart', escapeMarkup([...report.title].join(' ')))}${[report.subtitle, report.publisher, report.date].map((line) => paragraph('CoverLine', escapeMarkup(line))).join('')}
${front(false)}${contents(report, look, labels)}${front(true)}
${blocks}</office:text></office:body></office:document>`;
}

function fontFaces(look: Look): string {
  const names = new Set([look.bodyFont, look.headingFont, 'Liberation Serif', 'Liberation Sans']);
  return [...names]
    .map((name) => `<style:font-face style:name="${name}" svg:font-family="'${name}'"/>`)
    .join('');
}

function noteSettings(look: Look): string {
  const format = {
    '1': 'style:num-format="1"',
    '①': 'style:num-format="①, ②, ③, ..."',
    '[1]': 'style:num-format="1" style:num-prefix="[" style:num-suffix="]"',
    '*': 'style:num-format="1"',
  }[look.noteMark];
  return `<text:notes-configuration text:note-class="footnote" text:citation-style-name="Sup" text:citation-body-style-name="Sup" ${format} text:start-numbering-at="${look.notesRestart ? 'page' : 'document'}" text:footnotes-position="page"/>`;
}

function pageLayouts(): string {
  const margins = 'fo:margin-left="80pt" fo:margin-right="80pt" fo:margin-top="45pt" fo:margin-bottom="40pt"';
  const layout = (
    name: string,
    size: string,
    format: string,
  ): string => `<style:page-layout style:name="${name}"><style:page-layout-properties ${size} ${margins} style:num-format="${format}"><style:footnote-sep style:width="0.5pt" style:distance-before-sep="4pt" style:distance-after-sep="4pt" style:rel-width="30%" style:color="#000000" style:adjustment="left"/></style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="20pt" fo:margin-bottom="12pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="18pt" fo:margin-top="12pt"/></style:footer-style></style:page-layout>`;
  const upright = 'fo:page-width="595.3pt" fo:page-height="841.9pt"';
  return layout('Upright', upright, '1') + layout('UprightRoman', upright, 'i');
}

function openings({ report, look }: Fixture): string {
  const first = report.blocks[0];
  const level = first?.type === 'heading' ? first.level : 1;
  const broken = [1, 2, 3, 4].map(
    (n) =>
      `<style:style style:name="H${n}Page" style:family="paragraph" style:parent-style-name="H${n}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
  );
  return (
    openingStyle('CoverTitleStart', 'CoverTitle', 'Cover') +
    openingStyle('FrontStart', 'FrontHeading', 'Front') +
    openingStyle('BodyStart', `H${level}`, 'Body', look.frontLabels === 'continued' ? undefined : 1) +
    broken.join('')
  );
}

function masterPages({ report, look }: Fixture): string {
  const number = '<text:page-number text:select-page="current"/>';
  const forms = {
    plain: number,
    dashes: `- ${number} -`,
    emDashes: `— ${number} —`,
    ofTotal: `第 ${number} 页 共 <text:page-count/> 页`,
    slash: `${number} / <text:page-count/>`,
  };
  const title = escapeMarkup(report.title + report.subtitle);
  const head =
    look.runningHead === 'none' ? '' : `<style:header>${paragraph('Running', title)}</style:header>`;
  const left =
    look.runningHead === 'titleAndChapter'
      ? `<style:header-left>${paragraph('Running', '<text:chapter text:display="name" text:outline-level="1"/>')}</style:header-left>`
      : '';
  const foot = (form: string): string => `<style:footer>${paragraph('Foot', form)}</style:footer>`;
  const frontFoot =
    look.frontLabels === 'none'
      ? ''
      : foot(look.frontLabels === 'roman' ? number : forms[look.pageNumberForm]);
  return `<style:master-page style:name="Cover" style:page-layout-name="Upright"/>
<style:master-page style:name="Front" style:page-layout-name="${look.frontLabels === 'roman' ? 'UprightRoman' : 'Upright'}">${head}${frontFoot}</style:master-page>
<style:master-page style:name="Body" style:page-layout-name="Upright">${head}${left}${foot(forms[look.pageNumberForm])}</style:master-page>`;
}

function tableStyles(report: ReportSpec): string {
  const line = '0.6pt solid #000000';
  const cell = (name: string, properties: string): string =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="3pt" style:vertical-align="middle" ${properties}/></style:style>`;
  const widths = report.blocks.flatMap((block, index) => {
    if (block.type !== 'table') return [];
    const sum = block.widths.reduce((a, b) => a + b, 0);
    return block.widths.map(
      (width, n) =>
        `<style:style style:name="T${index}.${n}" style:family="table-column"><style:table-column-properties style:column-width="${((435 * width) / sum).toFixed(1)}pt"/></style:style>`,
    );
  });
  return `<style:style style:name="Table" style:family="table"><style:table-properties style:width="435pt" table:align="center" fo:margin-bottom="4pt" table:border-model="collapsing"/></style:style><style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
${cell('CellRuled', `fo:border="${line}"`)}${cell('CellBare', 'fo:border="none"')}${cell('CellTop', 'fo:border-top="1.2pt solid #000000"')}${cell('CellUnder', 'fo:border="none"')}${cell('CellFirst', `fo:border-top="${line}"`)}${cell('CellLast', 'fo:border-bottom="1.2pt solid #000000"')}${cell('CellTopBottom', `fo:border-top="${line}" fo:border-bottom="1.2pt solid #000000"`)}
${cell('CellHeadShade', 'fo:background-color="#cfdbe6"')}${cell('CellStripe', 'fo:background-color="#eef2f5"')}${cell('CellHeadDark', `fo:background-color="#9fc0d8" fo:border="${line}"`)}${widths.join('')}`;
}

function contents(report: ReportSpec, look: Look, labels: ReadonlyMap<number, string>): string {
  if (look.contents === 'none') return '';
  const deepest = look.contents === 'chapters' ? 2 : 3;
  const entry = (index: number, level: number, words: string): string =>
    paragraph(`Toc${level}`, `${escapeMarkup(words)}<text:tab/>${labels.get(index) ?? '0'}`);
  const lines = report.blocks.map((block, index) =>
    block.type === 'heading' && block.level <= deepest ? entry(index, block.level, headingText(block)) : '',
  );
  const list = (type: 'figure' | 'table', title: string): string =>
    paragraph('FrontHeading', title) +
    report.blocks
      .map((block, index) =>
        block.type === type ? entry(index, 1, `${printedLabel(block.label, look)} ${block.caption}`) : '',
      )
      .join('');
  return (
    paragraph('FrontHeading', '目　录') +
    lines.join('') +
    (look.exhibitLists ? list('figure', '图目录') + list('table', '表目录') : '')
  );
}
