import { IngestError } from '../../model/errors.ts';
import type { ArticlePage } from './article-unit.ts';

export function readHtmlUnits(_source: string, fileName: string): ArticlePage {
  throw new IngestError('article/is-an-article', `${fileName}`, 'x');
}
