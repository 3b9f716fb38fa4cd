/** Loaded before each test file of a mutation run: properties try the same cases every time, so that the same mutants survive. */
import fc from 'fast-check';

const SEED = 1;

fc.configureGlobal({ seed: SEED });
