/** Reads one PDF and writes `document.json`: for measuring the reader and for looking at what it found. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { IngestError } from './ingest/model/errors.ts';
import { tracePdf } from './ingest/readers/pdf/read-pdf.ts';

interface Options {
  readonly out: string;
  readonly trace?: string;
}

async function run(file: string, { out, trace }: Options): Promise<void> {
  const { document, stages } = await tracePdf(new Uint8Array(await readFile(file)));
  await writeJson(path.join(out, 'document.json'), document);
  if (trace !== undefined) {
    for (const [name, stage] of Object.entries(stages))
      await writeJson(path.join(trace, `${name}.json`), stage);
  }
  for (const { severity, ruleId, reason } of document.messages)
    console.log(`${severity} ${ruleId}: ${reason}`);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}

await new Command('read-pdf')
  .description('Reads a report PDF and writes what it holds as document.json.')
  .argument('<file>', 'the PDF')
  .requiredOption('--out <folder>', 'where document.json goes')
  .option('--trace <folder>', 'also write what each stage found, one file a stage')
  .action(async (file: string, options: Options) => {
    try {
      await run(file, options);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      console.error(`${error.code}: ${error.message}\n${error.hint}`);
      process.exitCode = 1;
    }
  })
  .parseAsync();
