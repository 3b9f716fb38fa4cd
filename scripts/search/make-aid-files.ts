import type { AliasGroups } from '../../src/lib/search/aliases.ts';
import { writeFold, type Fold } from '../../src/lib/search/fold.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';
import { plainText } from '../../src/lib/search/normalise.ts';
import { findTerms } from './find-terms.ts';
import { foldFor } from './fold-characters.ts';
import { pinyinTable } from './pinyin-table.ts';
import { regionalNames } from './regional-names.ts';
import { findRecordRanges } from './find-record-ranges.ts';

/** Groups of which no name occurs would only be carried around. */
function usedAliases(groups: AliasGroups, allText: string, fold: Fold): AliasGroups {
  return groups.filter((group) => group.some((name) => allText.includes(plainText(name, fold))));
}

/** The files beside the index that make search helpful; each holds what the reports' own text needs, and no dictionary. */
export function makeAidFiles(
  records: readonly SectionRecord[],
  aliases: AliasGroups,
  fold: Fold,
): ReadonlyMap<string, Uint8Array> {
  const allText = records
    .map(({ passages }) => passages.map(({ text }) => plainText(text, fold)).join('\n'))
    .join('\n');
  const characters = new Set(allText);
  const ranges = findRecordRanges(records);
  const aids: Record<string, unknown> = {
    'aliases.json': usedAliases(aliases, allText, fold),
    'chapters.json': ranges.chapters,
    'fold.json': writeFold(foldFor(fold, characters)),
    'lexicon.json': findTerms(records),
    'pinyin.json': pinyinTable(characters),
    'regional.json': regionalNames(allText, fold),
    'reports.json': ranges.reports,
  };
  return new Map(
    Object.entries(aids).map(([name, content]) => [name, new TextEncoder().encode(JSON.stringify(content))]),
  );
}
