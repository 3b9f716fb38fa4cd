import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'public/', 'content/', 'tests/golden/*/'] },
  typescript.configs.strict,
  astro.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
    },
  },
  {
    // `itemAt` names the index where the code knows more than the compiler; more than four values are an object.
    files: ['glyphs', 'regions', 'furniture', 'flow', 'gate', 'pictures'].map(
      (room) => `scripts/ingest/readers/pdf/${room}/**/*.ts`,
    ),
    ignores: [
      '**/regions/find-regions.ts',
      '**/furniture/find-furniture.ts',
      '**/flow/arrange-flow.ts',
      '**/pictures/crops.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error', 'max-params': ['error', 4] },
  },
  { files: ['scripts/*.ts', 'scripts/bench/**/*.ts', 'tests/**/*.ts'], rules: { 'no-console': 'off' } },
);
