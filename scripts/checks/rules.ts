import { contentSchema } from './content-schema.ts';
import { idsUnique } from './ids-unique.ts';
import { linksResolve } from './links-resolve.ts';
import { noMachinePaths } from './machine-paths.ts';
import { metadata } from './metadata.ts';
import { noInlineCode } from './no-inline-code.ts';
import { noSample } from './no-sample.ts';
import { ownOrigin } from './own-origin.ts';
import { pageStructure } from './page-structure.ts';
import { permalinksServed } from './permalinks-served.ts';
import { picturesLight } from './pictures-light.ts';
import type { ContentRule, SiteRule } from './rule.ts';
import { viewpointPlaces } from './viewpoint-places.ts';

/** Rules over content/, in the order in which they are reported. */
export const CONTENT_RULES: readonly ContentRule[] = [
  contentSchema,
  noMachinePaths,
  noSample,
  viewpointPlaces,
];

/** Rules over a built site. */
export const SITE_RULES: readonly SiteRule[] = [
  linksResolve,
  idsUnique,
  pageStructure,
  permalinksServed,
  metadata,
  picturesLight,
  ownOrigin,
  noInlineCode,
];
