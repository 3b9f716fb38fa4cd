import { displayPath } from './content.ts';
import type { ContentRule } from './rule.ts';

/** Absolute folders of a machine, in text that others are to read: Unix homes and temporary folders, Windows drives. */
const MACHINE_PATH =
  /(?:file:\/\/\/|(?<![\w./:])\/(?:home|Users|root|tmp|work|var|mnt|private)\/|\b[A-Z]:\\)[^\s"'<>]*/u;

/** What ingest writes does not depend on where the project lies. */
export const noMachinePaths: ContentRule = {
  id: 'content/no-machine-paths',
  good: 'No file under content/ names a folder of the machine it was made on.',
  check: (content) =>
    content.files.flatMap((file) => {
      const found = MACHINE_PATH.exec(file.text);
      return found ? [{ file: displayPath(file), reason: `It names the path ${found[0]}.` }] : [];
    }),
};
