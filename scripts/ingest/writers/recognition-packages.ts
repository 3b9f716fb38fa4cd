import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the data of the languages is put together: the engine wants it in one folder. Git ignores it. */
const FOLDER = '.cache/recognition';
/** The smaller of the two sets that each package holds: it is made for the engine that reads lines. */
const SET = '4.0.0_best_int';

/** Packages that are installed only by those who recognise text: they take 80 MB. Versions are those that were tried. */
export const RECOGNITION_PACKAGES: Readonly<Record<string, string>> = {
  'tesseract.js': '7.0.0',
  '@tesseract.js-data/chi_sim': '1.0.0',
  '@tesseract.js-data/eng': '1.0.0',
};

/** The one command that installs what is missing, without a change of package.json. */
export const INSTALL_RECOGNITION = `npm install --no-save ${Object.entries(RECOGNITION_PACKAGES)
  .map(([name, version]) => `${name}@${version}`)
  .join(' ')}`;

/** The folder with the data of all languages, or null where a package is not installed. */
export function recognitionData(): string | null {
  const files: string[] = [];
  for (const name of Object.keys(RECOGNITION_PACKAGES)) {
    const folder = packageFolder(name);
    if (folder === null) return null;
    const [, language] = /^@tesseract\.js-data\/(.+)$/u.exec(name) ?? [];
    if (language !== undefined) files.push(join(folder, SET, `${language}.traineddata.gz`));
  }
  if (!files.every((file) => existsSync(file))) return null;
  mkdirSync(FOLDER, { recursive: true });
  for (const file of files) copyFileSync(file, join(FOLDER, basename(file)));
  return resolve(FOLDER);
}

function packageFolder(name: string): string | null {
  try {
    return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
  } catch {
    return null;
  }
}
