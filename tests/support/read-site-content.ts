import { readContent, type Content } from '../../scripts/checks/content.ts';
import type { TestSite } from './built-site-setup.ts';

/** The content out of which a test site was built. */
export const readSiteContent = (site: TestSite): Content => readContent(site.contentFolder);
