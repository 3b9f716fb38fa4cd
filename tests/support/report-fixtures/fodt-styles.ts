import type { Look } from './report-model.ts';

/** Paragraph and page styles of a flat OpenDocument text. */
export function fodtStyles(look: Look): string {
  const { bodySize } = look;
  const indent =
    look.paragraphs === 'indented'
      ? `fo:text-indent="${2 * bodySize}pt"`
      : `fo:margin-bottom="${bodySize * 0.7}pt"`;
  const spacing = `fo:line-height="${Math.round(look.leading * 100)}%"`;
  const headings = look.headingSizes.map((size, n) =>
    paragraph(
      `H${n + 1}`,
      look.headingFont,
      size,
      `fo:margin-top="9pt" fo:margin-bottom="6pt" fo:keep-with-next="always" ${look.headingsCentred && n < 2 ? 'fo:text-align="center"' : ''}`,
      true,
      `style:default-outline-level="${n + 1}"`,
    ),
  );
  const box =
    look.boxLook === 'border'
      ? 'fo:border="0.8pt solid #333333" fo:padding="5pt"'
      : 'fo:background-color="#e8eef4" fo:padding="5pt" fo:border="none"';
  const exhibit = Math.min(bodySize, 12);
  return [
    ...headings,
    paragraph('Body', look.bodyFont, bodySize, `fo:text-align="justify" ${indent} ${spacing}`),
    paragraph(
      'Quote',
      look.bodyFont,
      bodySize,
      `fo:text-align="justify" fo:margin-left="${2 * bodySize}pt" fo:margin-right="${2 * bodySize}pt" ${spacing}`,
    ),
    ...[0, 1].map((depth) =>
      paragraph(
        `Item${depth}`,
        look.bodyFont,
        bodySize,
        `fo:margin-left="${(3 + 2 * depth) * bodySize}pt" fo:text-indent="-${1.5 * bodySize}pt" fo:text-align="justify" ${spacing}`,
      ),
    ),
    paragraph(
      'Reference',
      look.bodyFont,
      bodySize,
      `fo:margin-left="${2 * bodySize}pt" fo:text-indent="-${2 * bodySize}pt" ${spacing}`,
    ),
    paragraph('Caption', look.headingFont, exhibit, 'fo:text-align="center" fo:margin-bottom="2pt"'),
    paragraph(
      'CaptionAbove',
      look.headingFont,
      exhibit,
      'fo:text-align="center" fo:margin-top="6pt" fo:margin-bottom="2pt" fo:keep-with-next="always"',
    ),
    paragraph('Picture', look.bodyFont, 4, 'fo:text-align="center" fo:keep-with-next="always"'),
    paragraph('Source', look.bodyFont, 9, 'fo:text-align="center" fo:margin-bottom="6pt"'),
    paragraph('SourceBelowPicture', look.bodyFont, 9, 'fo:text-align="center" fo:keep-with-next="always"'),
    paragraph(
      'BoxTitle',
      look.headingFont,
      bodySize,
      `fo:text-align="center" ${box} ${spacing} fo:keep-with-next="always"`,
      true,
    ),
    paragraph(
      'BoxText',
      look.bodyFont,
      bodySize,
      `fo:text-align="justify" fo:text-indent="${2 * bodySize}pt" ${box} ${spacing}`,
    ),
    paragraph('Cell', look.bodyFont, 9.5, ''),
    paragraph('CellHead', look.headingFont, 9.5, 'fo:text-align="center"', true),
    paragraph('Note', look.bodyFont, 8.5, ''),
    paragraph(
      'Running',
      look.bodyFont,
      9,
      `fo:text-align="center" ${look.runningHead === 'none' ? '' : 'fo:border-bottom="0.5pt solid #555555"'}`,
    ),
    paragraph(
      'Foot',
      look.bodyFont,
      9,
      `fo:text-align="${look.pageNumberPlace === 'topRight' ? 'end' : 'center'}"`,
    ),
    paragraph(
      'FrontHeading',
      look.headingFont,
      look.headingSizes[0],
      'fo:text-align="center" fo:break-before="page" fo:margin-bottom="12pt"',
      true,
    ),
    paragraph(
      'CoverTitle',
      look.headingFont,
      30,
      'fo:text-align="center" fo:margin-top="160pt" fo:margin-bottom="20pt"',
      true,
    ),
    paragraph('CoverLine', look.bodyFont, 16, 'fo:text-align="center" fo:margin-top="30pt"'),
    ...[1, 2, 3].map((level) =>
      paragraph(
        `Toc${level}`,
        look.bodyFont,
        bodySize,
        `fo:margin-left="${(level - 1) * 18}pt"`,
        false,
        '',
        `<style:tab-stops><style:tab-stop style:position="${435 - (level - 1) * 18}pt" style:type="right" ${look.leader === 'none' ? '' : `style:leader-style="dotted" style:leader-text="${look.leader}"`}/></style:tab-stops>`,
      ),
    ),
  ].join('\n');
}

function paragraph(
  name: string,
  font: string,
  size: number,
  properties: string,
  bold = false,
  more = '',
  inner = '',
): string {
  const weight = bold ? 'fo:font-weight="bold" style:font-weight-asian="bold"' : '';
  const latin = /Ming|Sungti|Kaiti|UKai|Serif/u.test(font) ? 'Liberation Serif' : 'Liberation Sans';
  return `<style:style style:name="${name}" style:family="paragraph" ${more}><style:paragraph-properties style:punctuation-wrap="simple" ${properties}>${inner}</style:paragraph-properties>
<style:text-properties style:font-name="${latin}" style:font-name-asian="${font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt" ${weight} fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>`;
}

/** First paragraphs that open a new run of pages: `<name>OnPage` styles with a master page and a first number. */
export function openingStyle(name: string, parent: string, master: string, firstNumber?: number): string {
  const number = firstNumber === undefined ? '' : `style:page-number="${firstNumber}"`;
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}" style:master-page-name="${master}"><style:paragraph-properties ${number}/></style:style>`;
}
