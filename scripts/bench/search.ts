import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { readPages } from '../search/build-index.ts';
import type { Contender } from './search/contender.ts';
import { inventCorpus, type Corpus } from './search/corpus.ts';
import {
  flexSearchCjk,
  miniSearchBigrams,
  miniSearchDefault,
  oramaMandarin,
  wholeText,
} from './search/library-contenders.ts';
import { measure, type Measures } from './search/measure.ts';
import { ours } from './search/ours.ts';
import { pagefindAsItComes } from './search/pagefind-contender.ts';
import {
  allPhrases,
  headingQuestions,
  randomPhrases,
  segmentHeadings,
  toQuestions,
} from './search/questions.ts';
import { reportTable } from './search/report-table.ts';

interface Options {
  readonly sizes: string;
  readonly questions: string;
  readonly site: string;
  readonly only?: string;
}

const options = new Command('npm run bench:search --')
  .description('Compares search engines on the committed article and on invented corpora, in one run.')
  .option('--sizes <list>', '“article” and numbers of invented pages of 12 paragraphs', 'article,20,1000')
  .option('--questions <count>', 'random phrases asked of each invented corpus', '400')
  .option('--site <folder>', 'the built site: its article and its programs', 'dist')
  .option('--only <list>', 'only engines whose name holds one of these')
  .addHelpText(
    'after',
    '\nThe article takes two minutes, 1000 pages five, 10000 pages an hour: run that one alone.',
  )
  .parse()
  .opts<Options>();

const site = resolve(options.site);
const contenders: readonly Contender[] = [
  ours(site),
  pagefindAsItComes,
  miniSearchDefault,
  miniSearchBigrams,
  flexSearchCjk,
  oramaMandarin,
  wholeText,
].filter(
  ({ name }) => options.only === undefined || options.only.split(',').some((part) => name.includes(part)),
);

async function articleCorpus(): Promise<Corpus> {
  if (!existsSync(site))
    throw new Error(`${site} is not there: run “npm run build” first, or name the site by --site.`);
  const records = (await readPages(site)).flatMap(({ sections }) => sections);
  return { records, headingWords: segmentHeadings(records) };
}

for (const size of options.sizes.split(',')) {
  const isArticle = size === 'article';
  const { records, headingWords } = isArticle ? await articleCorpus() : inventCorpus(Number(size));
  const phrases = isArticle ? allPhrases(records) : randomPhrases(records, Number(options.questions));
  const questions = toQuestions(records, phrases);
  const headings = headingQuestions(headingWords, 200);
  const rows: Measures[] = [];
  for (const contender of contenders) {
    process.stderr.write(`${size}: ${contender.name} …\n`);
    const row = await measure(contender, records, questions, headings);
    // Large corpora take long: what is measured is said at once, in case the run is ended before its table.
    process.stderr.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  }
  const title = `${isArticle ? 'The committed article' : `${size} invented pages`}, ${records.length} sections, ${questions.length} phrases`;
  process.stdout.write(`${reportTable(title, rows)}\n`);
}
process.exit(0);
