import type { BuiltSite } from './built-site.ts';
import type { Content } from './content.ts';
import { checkPermalinksKept } from './permalinks-kept.ts';
import { readPublished } from './published-content.ts';
import type { Finding } from './rule.ts';
import { CONTENT_RULES, SITE_RULES } from './rules.ts';

/** What one rule found; no findings is the good state. */
export interface RuleResult {
  readonly id: string;
  readonly good: string;
  readonly findings: readonly Finding[];
  /** Why the rule could not be tried, in a full sentence. */
  readonly skipped?: string;
}

/** Commits whose published addresses must still be there: what is committed, and what was before it. */
const PUBLISHED_STATES = ['HEAD', 'HEAD~1'];

/** Tries every rule over content. */
export function runContentRules(content: Content, root: string): readonly RuleResult[] {
  const results = CONTENT_RULES.map(({ id, good, check }) => ({ id, good, findings: check(content) }));
  return [...results, checkAgainstGit(content, root)];
}

/** Tries every rule over a built site. */
export function runSiteRules(site: BuiltSite, content: Content): readonly RuleResult[] {
  return SITE_RULES.map(({ id, good, check }) => ({ id, good, findings: check(site, content) }));
}

function checkAgainstGit(content: Content, root: string): RuleResult {
  const rule = {
    id: 'content/permalinks-kept',
    good: 'Every address that was published in an earlier commit is still in the manifest.',
  };
  const states = PUBLISHED_STATES.flatMap((commit) => readPublished(root, commit) ?? []);
  if (states.length === 0)
    return { ...rule, findings: [], skipped: 'There is no git history to compare with.' };
  const findings = states.flatMap((before) => checkPermalinksKept(content, before));
  return { ...rule, findings: uniqueFindings(findings) };
}

function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
