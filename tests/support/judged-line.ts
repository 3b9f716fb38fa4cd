/** Lines as the outline judges them, put together by hand. */
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { styleKey } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { line } from './pdf-page-content.ts';

/** What differs from a line of body text: short, at the margin, in the body's font of twelve points. */
export interface JudgedSetting extends Partial<Omit<JudgedLine, 'line' | 'style' | 'number'>> {
  readonly bold?: boolean;
  readonly size?: number;
  readonly page?: number;
  readonly y?: number;
  readonly tag?: string;
}

/** A judged line of this text. */
export function judgedLine(text: string, setting: JudgedSetting = {}): JudgedLine {
  const { bold = false, size = 12, page = 1, y = 100, tag = '', ...more } = setting;
  const style = { size, bold, font: 'FangSong' };
  return {
    line: line(text, 80, y, { size, page, tag }),
    style,
    key: styleKey(style),
    number: readNumber(text),
    distinct: bold,
    larger: false,
    smaller: false,
    full: false,
    centred: false,
    indented: false,
    spaced: false,
    room: 0,
    ...more,
  };
}

/** A heading's line, larger than the body. */
export const largeLine = (text: string, setting: JudgedSetting = {}): JudgedLine =>
  judgedLine(text, { size: 16, larger: true, distinct: true, ...setting });
