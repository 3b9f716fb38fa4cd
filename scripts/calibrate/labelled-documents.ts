/** The documents whose right answer is known: invented ones in full, real ones as far as people labelled them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { comparableText } from '../ingest/genre/fold-text.ts';

/** What is known of a document; a kind of block that is not known of is not judged. */
export interface KnownAnswer {
  readonly name: string;
  readonly pdf: string;
  /** Headings as level and text; those of the levels that are known, and none else. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Headings deeper than this are not known of. */
  readonly deepest: number;
  /** The headings are those of the contents pages, with their slips. */
  readonly fromContents: boolean;
  /** Headings before this physical page, or with one of these texts, are not judged. */
  readonly bodyFrom: number;
  readonly ignored: readonly string[];
  /** Texts of all paragraphs, items and boxed paragraphs; null where they are not known. */
  readonly passages: readonly string[] | null;
  /** `figure 图1标题`; null where they are not known. */
  readonly captions: readonly string[] | null;
  /** All cells of each table by its caption; null where they are not known. */
  readonly cells: ReadonlyMap<string, string> | null;
}

interface Runs {
  readonly runs?: readonly { readonly t?: string }[];
}
/** The format of `truth.json` and of the labels, as much of it as is read here. */
interface TruthBlock extends Runs {
  readonly type: string;
  readonly level?: number;
  readonly num?: string;
  readonly text?: string;
  readonly items?: readonly (string | { readonly marker: string; readonly t: string })[];
  readonly paras?: readonly Runs[];
  readonly no?: number | string;
  readonly caption?: string;
  readonly rows?: readonly (readonly { readonly t: string }[])[];
}
interface LabelFile {
  readonly body?: readonly TruthBlock[];
  readonly copyright?: readonly TruthBlock[];
  readonly preface?: readonly TruthBlock[];
  readonly bodyFrom?: number;
  readonly ignoreHeadings?: readonly string[];
  readonly headings?: readonly { readonly level: number; readonly text: string }[];
  readonly captions?: readonly { readonly kind: string; readonly text: string }[];
  readonly contents?: readonly { readonly level: number | null; readonly text: string }[];
}

/** Every labelled document of the fixtures and of a folder beside the project, where that is there. */
export function findLabelled(fixtures: string, shared: string): readonly KnownAnswer[] {
  const own = readdirSync(fixtures).map((name) => join(fixtures, name, 'truth.json'));
  const folders = ['pdf-lab/truth', 'pdf-lab/wild'].map((folder) => join(shared, folder));
  const other = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [join(folder, file)] : [])),
    );
  return [...own, ...other].flatMap((file) => {
    const pdf = existsSync(file) ? pdfOf(file, shared) : undefined;
    return pdf === undefined ? [] : [readAnswer(file, pdf)];
  });
}

function pdfOf(file: string, shared: string): string | undefined {
  const name = basename(file, '.json');
  const places = [
    join(dirname(file), 'input.pdf'),
    join(dirname(file), `${name}.pdf`),
    join(shared, `corpus/${name}.pdf`),
    join(shared, `corpus/wild/${name}.pdf`),
  ];
  return places.find((place) => existsSync(place));
}

function readAnswer(file: string, pdf: string): KnownAnswer {
  const label = JSON.parse(readFileSync(file, 'utf8')) as LabelFile;
  const name = pdf.endsWith('input.pdf') ? basename(dirname(file)) : basename(file, '.json');
  const common = { name, pdf, bodyFrom: label.bodyFrom ?? 1, ignored: label.ignoreHeadings ?? [] };
  if (label.body)
    return { ...common, ...wholeTruth(label.body, [...(label.copyright ?? []), ...(label.preface ?? [])]) };
  const captions = label.captions?.map(({ kind, text }) => `${kind} ${comparableText(text)}`) ?? null;
  if (label.headings) {
    return {
      ...common,
      headings: label.headings,
      deepest: Infinity,
      fromContents: false,
      passages: null,
      captions,
      cells: null,
    };
  }
  // Contents tell of headings as deep as they go, where their levels are known.
  const headings = (label.contents ?? []).flatMap(({ level, text }) =>
    level === null ? [] : [{ level, text }],
  );
  const deepest = Math.max(0, ...headings.map(({ level }) => level));
  return { ...common, headings, deepest, fromContents: true, passages: null, captions, cells: null };
}

function wholeTruth(
  body: readonly TruthBlock[],
  front: readonly TruthBlock[],
): Omit<KnownAnswer, 'name' | 'pdf' | 'bodyFrom' | 'ignored'> {
  const exhibits = body.filter(({ type }) => type === 'figure' || type === 'table');
  const captionOf = ({ type, no, caption = '' }: TruthBlock): string =>
    `${type} ${comparableText(`${type === 'figure' ? '图' : '表'}${String(no ?? '')}${caption}`)}`;
  return {
    headings: body.flatMap(({ type, level = 0, num = '', text = '' }) =>
      type === 'heading' ? [{ level, text: num + text }] : [],
    ),
    deepest: Infinity,
    fromContents: false,
    passages: [...front, ...body].flatMap(passagesOf),
    captions: exhibits.map(captionOf),
    cells: new Map(
      exhibits.map((block) => [
        captionOf(block),
        (block.rows ?? []).map((row) => row.map(({ t }) => comparableText(t)).join('|')).join('\n'),
      ]),
    ),
  };
}

function passagesOf({ type, runs, items = [], paras = [] }: TruthBlock): readonly string[] {
  const textOf = (own: Runs): string => (own.runs ?? []).map(({ t }) => t ?? '').join('');
  if (type === 'para') return [textOf({ runs: runs ?? [] })];
  if (type === 'box') return paras.map(textOf);
  return items.map((item) => (typeof item === 'string' ? item : item.marker + item.t));
}
