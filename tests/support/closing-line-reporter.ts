import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a run with `N passed, N failed, N skipped`, alone on the last line, for machines to read. */
export class ClosingLineReporter implements Reporter {
  /**
   * @param modules test files that ran; one that could not even be loaded counts as one failed test
   * @param unhandledErrors errors outside of tests: each counts as a failed test too
   */
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') failedTests += 1;
        else counts.skipped += 1;
      }
      // A hook or an import that fails leaves its tests without a result of their own.
      counts.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
    }
    // Written once the other reporters have said what they have to say.
    process.once('exit', (code) => {
      // A set-up that fails leaves no tests behind that could say so.
      if (code !== 0 && counts.failed === 0) counts.failed = 1;
      process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
