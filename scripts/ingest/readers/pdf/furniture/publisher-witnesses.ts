/** The first and last pages, heads and metadata → what each says who the publisher is. */
import { countInk } from '../../../genre/character-class.ts';
import { isDateLine } from '../../../genre/dates.ts';
import { organisationsIn, publishingRole } from '../../../genre/organisations.ts';
import type { PublishingRole } from '../../../genre/organisations.ts';
import type { TextLine } from '../lines/text-line.ts';
import { largestTitle, readCover } from './cover.ts';
import type { FirstPages } from './first-pages.ts';
import { partsOfHead, runningTextOf } from './first-pages.ts';
import type { MetadataCandidate } from './metadata-candidate.ts';
import { titleOfFile } from './title-of-file.ts';

/** Organisations below the title of the cover are those who publish; above it stands who they belong to. */
const COVER_WEIGHT = 0.7;
const ABOVE_WEIGHT = 0.45;
const INNER_COVER_WEIGHT = 0.4;
const OPENING_WEIGHT = 0.45;
/** A label says what an organisation did for the report. */
const ROLE_WEIGHTS: Readonly<Record<PublishingRole, number>> = {
  publisher: 0.7,
  author: 0.65,
  host: 0.6,
  patron: 0.35,
};
/** Off the cover, lists of those who took part have the same labels. */
const OFF_COVER_SHARE = 0.7;
/** Who owns the report has usually published it; what the cover says is how they wish to be named. */
const OWNER_WEIGHT = 0.4;
const MAKER_WEIGHT = 0.3;
const HEAD_WEIGHT = 0.35;
/** A company whose report it is stands in the title, as one of its lines. */
const TITLE_WEIGHT = 0.4;
/** The back cover and the metadata are believed where the pages name the same organisation, too. */
const ELSEWHERE_WEIGHT = 0.3;
const UNCONFIRMED_WEIGHT = 0.2;
/** Names under a label stand on this many lines at most, each within so many sizes of the one above. */
const MAX_NAME_LINES = 8;
const MAX_NAME_LEADING = 2.5;
/** What a label names is a name, no sentence. */
const MIN_NAME_INK = 2;
const MAX_NAME_INK = 40;
const NAME = '([^，,。.；;：:（(《》“”]{3,60}?)';
const REPORT = '(?:报告|白皮书|蓝皮书|指南|手册|文件|文档|方案|内容|资料)';
const OWNER = [
  new RegExp(
    `(?:版权|著作权|知识产权)(?:均|皆|全部|完全)?(?:属于|归属于|归属|归|为|由)${NAME}(?:共同|独家)?(?:所有|享有|，|,|。|（|\\(|并)`,
    'gu',
  ),
  new RegExp(
    `(?:版权所有|copyright)[：:]?(?:©|\\(c\\))?(?:(?:19|20)\\d{2})?年?(?:by )?${NAME}(?:[，,。.（(]|\\s?all rights|未经|保留|$)`,
    'giu',
  ),
];
const MAKER = new RegExp(
  `${REPORT}由${NAME}(?:（[^（）]*）)?(?:共同|联合|牵头|组织|负责|主持)*(?:编写|编制|发布|撰写|制作|出品|完成|起草)`,
  'gu',
);
const CONTACT = /地址|邮编|电话|网址|www\.|https?:/iu;

/** What all witnesses say of the publisher; several names are one text, with 、 between. */
export function witnessPublisher(pages: FirstPages): readonly MetadataCandidate[] {
  return [
    ...fromCovers(pages),
    ...fromOpening(pages),
    ...fromLabels(pages),
    ...fromStatements(pages),
    ...fromElsewhere(pages),
  ];
}

function publisher(
  witness: string,
  names: readonly string[],
  weight: number,
  reason: string,
): readonly MetadataCandidate[] {
  const text = [...new Set(names)].join('、');
  return text === '' ? [] : [{ field: 'publisher', text, witness, reason, weight }];
}

function fromCovers({ covers, first }: FirstPages): readonly MetadataCandidate[] {
  return covers.flatMap((rows, index) => {
    const below = readCover(rows, []).publisher;
    const inner = index > 0;
    if (below !== undefined)
      return publisher(
        inner ? 'inner cover' : 'cover',
        below.split('、').flatMap((name) => namesInRow(name, first.flat(), rows[0]?.page)),
        inner ? INNER_COVER_WEIGHT : COVER_WEIGHT,
        'Organisations below the title.',
      );
    const top = largestTitle(rows).lines[0]?.baseline ?? 0;
    const above = rows.filter(({ baseline }) => baseline < top).flatMap(({ text }) => organisationsIn(text));
    return inner ? [] : publisher('cover', above, ABOVE_WEIGHT, 'Organisations above the title.');
  });
}

/** The names that stand side by side in one row of a page, which the row has as one. */
function namesInRow(row: string, lines: readonly TextLine[], page: number | undefined): readonly string[] {
  const names = lines
    .filter((line) => line.page === page && row.includes(line.text) && line.text !== row)
    .toSorted((first, second) => first.box.x - second.box.x)
    .flatMap(({ text }) => organisationsIn(text));
  return names.join('') === row ? names : [row];
}

/** Organisations between the title and the text of a first page that is no cover. */
function fromOpening({ opening }: FirstPages): readonly MetadataCandidate[] {
  const { lines } = largestTitle(opening);
  const below = opening.slice(opening.findIndex((line) => line === lines.at(-1)) + 1);
  const end = below.findIndex(
    ({ text }) => countInk(text) > MAX_NAME_INK || (organisationsIn(text).length === 0 && !isDateLine(text)),
  );
  const names = below.slice(0, end < 0 ? below.length : end).flatMap(({ text }) => organisationsIn(text));
  return publisher('first page', names, OPENING_WEIGHT, 'Organisations right below the title.');
}

/** Lines such as 发布单位：某研究院, and the names on the lines below a bare label. */
function fromLabels({ covers, first }: FirstPages): readonly MetadataCandidate[] {
  const coverPages = new Set(covers.map((rows) => rows[0]?.page));
  const found = first.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const label = publishingRole(line.text);
      if (label === null) return [];
      const names = label.names === '' ? namesBelow(lines, index) : namesAfterLabel(label.names);
      return [{ role: label.role, names, onCover: coverPages.has(line.page) }];
    }),
  );
  return [...Map.groupBy(found, ({ role, onCover }) => `${role} ${String(onCover)}`).values()].flatMap(
    (all) => {
      const [one] = all;
      if (!one) return [];
      const weight = ROLE_WEIGHTS[one.role] * (one.onCover ? 1 : OFF_COVER_SHARE);
      const names = all.flatMap((each) => each.names);
      return publisher(`label of a ${one.role}`, names, weight, 'A label names them.');
    },
  );
}

/** After a label, a name needs no suffix that tells an organisation. */
function namesAfterLabel(text: string): readonly string[] {
  const names = organisationsIn(text);
  return names.length > 0 ? names : text.split(/[、；;，,]/u).filter(isNameLong);
}

function isNameLong(name: string): boolean {
  return countInk(name) >= MIN_NAME_INK && countInk(name) <= MAX_NAME_INK;
}

function namesBelow(lines: readonly TextLine[], label: number): readonly string[] {
  const names: string[] = [];
  for (let index = label + 1; index < lines.length && index <= label + MAX_NAME_LINES; index++) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (!above || !line || line.baseline - above.baseline > MAX_NAME_LEADING * line.size) break;
    const own = organisationsIn(line.text);
    if (own.length === 0) break;
    names.push(...own);
  }
  return names;
}

/** Statements of who owns or wrote the report, which run over lines. */
function fromStatements({ first, last }: FirstPages): readonly MetadataCandidate[] {
  const text = `${runningTextOf(first)}。${runningTextOf(last)}`;
  const namesOf = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)]
      .map((match) => organisationsIn(match[1] ?? ''))
      .find((names) => names.length > 0) ?? [];
  return [
    ...OWNER.flatMap((pattern) =>
      publisher('copyright', namesOf(pattern), OWNER_WEIGHT, 'The copyright statement names them.'),
    ),
    ...publisher('statement', namesOf(MAKER), MAKER_WEIGHT, 'The text says that they wrote the report.'),
  ];
}

function fromElsewhere(pages: FirstPages): readonly MetadataCandidate[] {
  const { covers, opening, first, heads, last, fileTitle } = pages;
  const titled = largestTitle(covers[0] ?? opening).lines;
  const back = last.findLast((page) => page.length > 0) ?? [];
  const isAddress = back.some(({ text }) => CONTACT.test(text));
  const backNames = isAddress ? firstNames(back.map(({ text }) => text)) : [];
  const filed = organisationsIn(titleOfFile(fileTitle).split(/[-—–_：:]/u)[0] ?? '');
  const weigh = (names: readonly string[], text: string): number =>
    names.some((name) => text.includes(name)) ? ELSEWHERE_WEIGHT : UNCONFIRMED_WEIGHT;
  const firstText = runningTextOf(first);
  return [
    ...publisher(
      'title',
      titled.flatMap(({ text }) => organisationsIn(text)),
      TITLE_WEIGHT,
      'A line of the title.',
    ),
    ...publisher(
      'running head',
      firstNames(heads.flatMap(({ text }) => partsOfHead(text))),
      HEAD_WEIGHT,
      'A running head or foot names them.',
    ),
    ...publisher(
      'back cover',
      backNames,
      weigh(backNames, firstText),
      'The page with the address names them.',
    ),
    ...publisher(
      'metadata',
      filed,
      weigh(filed, firstText + runningTextOf(last)),
      'The title in the metadata begins with their name.',
    ),
  ];
}

/** The names in the first of the texts that holds nothing but organisations. */
function firstNames(texts: readonly string[]): readonly string[] {
  return texts.map(organisationsIn).find((names) => names.length > 0) ?? [];
}
