import { readContent, type Content } from '../../scripts/checks/content.ts';
import type { TestSite } from './built-site-setup.ts';

/** The content out of which a test site was built. */
export function readShelf(site: TestSite): Content {
  return { files: site.contentFolders.flatMap((folder) => readContent(folder).files) };
}
