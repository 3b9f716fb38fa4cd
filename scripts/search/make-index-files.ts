import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { AliasGroups } from '../../src/lib/search/aliases.ts';
import type { Fold } from '../../src/lib/search/fold.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';
import { readEntry, readMeta, withMagic, withoutMagic } from '../../src/lib/search/pagefind-files.ts';
import { joinWords } from '../../src/lib/search/tokens.ts';
import { foldCharacters } from './fold-characters.ts';
import { makeAidFiles } from './make-aid-files.ts';
import { checkIndex, requireFile, type IndexFiles } from './read-back.ts';
import { recordWords } from './record-words.ts';
import { numberWords } from './numbered-words.ts';

/** Of Pagefind's output, what a search reads; its programs and styles are not published. */
const KEPT = /^(?:pagefind-entry\.json|.*\.pf_(?:meta|index|fragment))$/u;
const GZIP_LEVEL = 9;

/** Pagefind's own files for the words of each record; a record's address there is its number and a digest of its text. */
async function runPagefind(records: readonly SectionRecord[], fold: Fold): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh' });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const [number, record] of records.entries()) {
      const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 12);
      const added = await index.addCustomRecord({
        url: `${number}~${digest}`,
        content: joinWords(recordWords(record, fold)),
        language: 'zh',
      });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind failed: ${written.errors.join('; ')}`);
    return new Map(
      written.files.filter(({ path }) => KEPT.test(path)).map(({ path, content }) => [path, content]),
    );
  } finally {
    await close();
  }
}

/**
 * Names of the fragments in the order of the index, which is that of the records: filters know a chapter by its first and last.
 * @throws Error where Pagefind numbered them otherwise.
 */
function fragmentNames(files: IndexFiles): readonly string[] {
  const entry = readEntry(new TextDecoder().decode(files.get('pagefind-entry.json')));
  const [language] = Object.values(entry.languages);
  if (language === undefined) return [];
  const meta = readMeta(withoutMagic(gunzipSync(requireFile(files, `pagefind.${language.hash}.pf_meta`))));
  return meta.records.map(({ fragment }, number) => {
    const name = `fragment/${fragment}.pf_fragment`;
    const text = new TextDecoder().decode(withoutMagic(gunzipSync(requireFile(files, name))));
    // Every record was added with an address.
    const { url } = JSON.parse(text) as { url: string };
    if (Number.parseInt(url, 10) !== number) {
      throw new Error(`Pagefind numbered section ${url} as ${number}: the order of its index has changed.`);
    }
    return name;
  });
}

function* wordsOf(records: readonly SectionRecord[], fold: Fold): Generator<readonly string[]> {
  for (const record of records) yield recordWords(record, fold);
}

/**
 * All files of the `pagefind/` folder, by name. Pagefind's fragments keep their names and get the sections' own text in place
 * of the separated copy.
 * @throws Error where Pagefind fails, or its index does not read back as what was put in.
 */
export async function makeIndexFiles(
  records: readonly SectionRecord[],
  aliases: AliasGroups,
): Promise<IndexFiles> {
  const fold = foldCharacters();
  const files = await runPagefind(records, fold);
  const names = fragmentNames(files);
  await checkIndex(files, numberWords(wordsOf(records, fold)));
  names.forEach((name, number) => {
    files.set(name, gzipSync(withMagic(JSON.stringify(records[number])), { level: GZIP_LEVEL }));
  });
  for (const [name, content] of makeAidFiles(records, aliases, fold)) files.set(name, content);
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}
