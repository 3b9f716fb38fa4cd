/** What a form of the review page asks for → a correction. */
import { type Correction, correctionSchema } from '../../src/schema/overrides.ts';
import type { Block } from '../ingest/model/document.ts';
import { fullText } from '../ingest/transforms/override-edits.ts';

/** Longer beginnings of a block say nothing more about which one is meant. */
const BEGINNING = 40;

/** What the forms send. */
export type FormFields = Readonly<Record<string, string>>;

/** The correction of a block that a form asks for; null where the form is not filled in, or makes no sense for the block. */
export function correctionOfForm(block: Block, fields: FormFields): Correction | null {
  const wanted = correctionFor(block, fields);
  const parsed = wanted === null ? null : correctionSchema.safeParse(wanted);
  return parsed?.success === true ? parsed.data : null;
}

function correctionFor(block: Block, fields: FormFields): object | null {
  const text = fullText(block);
  const { value = '', extra = '' } = fields;
  const reason = extra === '' ? {} : { reason: extra };
  switch (fields['action']) {
    case 'level':
      return { heading: text, level: Number(value) };
    case 'drop':
      return block.type === 'figure'
        ? { dropFigure: figureName(block), ...reason }
        : { drop: text, ...reason };
    case 'split':
      return { splitAfter: value };
    case 'join':
      return { joinBefore: text.slice(0, BEGINNING) };
    case 'kind':
      return { begins: text.slice(0, BEGINNING), was: block.type, kind: value };
    case 'alt':
      return { alt: value, figure: figureName(block) };
    case 'replace':
      return { replace: value, with: extra, within: text.slice(0, BEGINNING) };
    default:
      return null;
  }
}

/** The number of a figure; of one that has none, its place. */
function figureName(block: Block): string | { readonly page: number; readonly top: number } | null {
  if (block.type !== 'figure') return null;
  if (block.number !== '') return block.number;
  const [origin] = block.origins;
  return origin?.kind === 'pdf' ? { page: origin.page, top: Math.max(0, Math.round(origin.box.y)) } : null;
}
