import type { TestProject } from 'vitest/node';
import { serveSite, type SiteServer } from '../../scripts/serve/site-server.ts';
import { ROOT_VARIANT, SHELF_VARIANT, buildOnce } from './built-site.ts';

/** A built site and where it is served during the run. */
export interface TestSite {
  readonly folder: string;
  /** With the base path and a closing slash: `http://127.0.0.1:40123/reports/`. */
  readonly url: string;
  /** `/` or `/reports`. */
  readonly base: string;
  /** As in `SITE`. */
  readonly origin: string | undefined;
  /** Content folders whose reports are on its shelf. */
  readonly contentFolders: readonly string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The site of this repository's content at the top of its origin. */
    rootSite: TestSite;
    /** This repository's report and an invented one with every element, under /reports. */
    shelfSite: TestSite;
  }
}

interface Running {
  readonly rootSite: TestSite;
  readonly shelfSite: TestSite;
  readonly servers: readonly SiteServer[];
}

/** Two projects use the sites; both setups run in this process, so they share one build and one server each. */
const shared = globalThis as { __reportReaderSites?: Promise<Running>; __reportReaderSiteUsers?: number };

/** Vitest's global setup: builds and serves the sites once for all projects that name it. */
export async function setup(project: TestProject): Promise<void> {
  shared.__reportReaderSiteUsers = (shared.__reportReaderSiteUsers ?? 0) + 1;
  shared.__reportReaderSites ??= start();
  const { rootSite, shelfSite } = await shared.__reportReaderSites;
  project.provide('rootSite', rootSite);
  project.provide('shelfSite', shelfSite);
}

/** Ends the servers once the last project is done with them. */
export async function teardown(): Promise<void> {
  shared.__reportReaderSiteUsers = (shared.__reportReaderSiteUsers ?? 1) - 1;
  if (shared.__reportReaderSiteUsers > 0) return;
  const running = await shared.__reportReaderSites;
  for (const server of running?.servers ?? []) await server.close();
}

async function start(): Promise<Running> {
  const sites: TestSite[] = [];
  const servers: SiteServer[] = [];
  // One after the other: two builds at once share Astro's generated types, and two cores are soon busy.
  for (const variant of [ROOT_VARIANT, SHELF_VARIANT]) {
    const folder = await buildOnce(variant);
    const server = await serveSite({ folder, base: variant.base });
    servers.push(server);
    sites.push({
      folder,
      url: server.url,
      base: variant.base,
      origin: variant.site,
      contentFolders: variant.contentFolders,
    });
  }
  const [rootSite, shelfSite] = sites;
  return { rootSite: rootSite!, shelfSite: shelfSite!, servers };
}
