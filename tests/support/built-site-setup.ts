import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { serveSite, type SiteServer } from '../../scripts/serve/site-server.ts';
import {
  ROOT_VARIANT,
  TWO_REPORTS_VARIANT,
  buildOnce,
  corpusVariant,
  type BuildVariant,
} from './built-site.ts';

/** A built site and where it is served during the run. */
export interface TestSite {
  readonly folder: string;
  /** With the base path and a closing slash: `http://127.0.0.1:40123/reports/`. */
  readonly url: string;
  /** `/` or `/reports`. */
  readonly base: string;
  /** As in `SITE`. */
  readonly origin: string | undefined;
  /** What it was built of: holds `reports/`. */
  readonly contentFolder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The site of this repository's content at the top of its origin. */
    rootSite: TestSite;
    /** This repository's report and an invented one with every element, under /reports. */
    twoReportsSite: TestSite;
    /** Real reports, where they lie beside the project (null where they do not), or why they could not be built. */
    corpusSite: TestSite | { readonly failure: string } | null;
  }
}

interface Shared {
  users: number;
  readonly servers: SiteServer[];
  readonly sites: Promise<Pick<ProvidedContext, 'rootSite' | 'twoReportsSite' | 'corpusSite'>>;
}

/** Two projects use the sites; both setups run in this process, so they share one build and one server each. */
const place = globalThis as { __reportReaderSites?: Shared };

/** Vitest's global setup: builds and serves the sites once for all projects that name it. */
export async function setup(project: TestProject): Promise<void> {
  const shared = (place.__reportReaderSites ??= start());
  shared.users += 1;
  const { rootSite, twoReportsSite, corpusSite } = await shared.sites;
  project.provide('rootSite', rootSite);
  project.provide('twoReportsSite', twoReportsSite);
  project.provide('corpusSite', corpusSite);
}

/** Ends the servers once the last project is done with them. */
export async function teardown(): Promise<void> {
  const shared = place.__reportReaderSites;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  for (const server of shared.servers) await server.close();
}

function start(): Shared {
  const servers: SiteServer[] = [];
  return { users: 0, servers, sites: openAll(servers) };
}

/** One after the other: builds at once share Astro's generated types, and two cores are soon busy. */
async function openAll(servers: SiteServer[]): Promise<Awaited<Shared['sites']>> {
  const rootSite = await open(ROOT_VARIANT, servers);
  const twoReportsSite = await open(TWO_REPORTS_VARIANT, servers);
  const corpus = corpusVariant();
  const corpusSite = corpus
    ? await open(corpus, servers).catch((error: unknown) => ({ failure: String(error) }))
    : null;
  return { rootSite, twoReportsSite, corpusSite };
}

async function open(variant: BuildVariant, servers: SiteServer[]): Promise<TestSite> {
  const { distFolder, contentFolder } = await buildOnce(variant);
  const { base, site: origin } = variant;
  const server = await serveSite({ folder: distFolder, base });
  servers.push(server);
  return { folder: distFolder, contentFolder, url: server.url, base, origin };
}
