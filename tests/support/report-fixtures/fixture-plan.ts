import type { Recipe } from './compose-report.ts';
import type { Look } from './report-model.ts';

/** What a fixture has unlike the others. */
export interface Plan {
  readonly look: Partial<Look>;
  readonly recipe: Partial<Recipe>;
}
