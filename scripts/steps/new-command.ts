import { Command } from 'commander';

/** Exit code of a command that was not understood; 1 says that the content or the site is not in order. */
const WRONG_USAGE = 2;

/**
 * A command that ends with 2 where its arguments make no sense.
 * @param usage how it is started: `npm start --`
 */
export function newCommand(usage: string): Command {
  return new Command(usage).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_USAGE));
}
