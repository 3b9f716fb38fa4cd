/** A correction more in the text of an `overrides.yaml`: what people wrote there, their comments and their order stay. */
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { type Correction, type Overrides, overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml, yamlProblemLine } from '../../src/schema/parse-yaml.ts';

const NEW_FILE =
  '# Corrections by people, applied to every new reading (docs/ingest.md). Written by npm run review, or by hand.\n';

type ReportFields = NonNullable<Overrides['report']>;

/** The text with one correction at the end of the list. @throws Error where the text is no such file */
export function withCorrection(text: string, correction: Correction): string {
  return changed(text, (document) => {
    const list = document.get('corrections');
    if (isSeq(list)) list.add(document.createNode(correction));
    else document.set('corrections', document.createNode([correction]));
  });
}

/** The text with fields of the report; one that is empty is taken out. @throws Error where the text is no such file */
export function withReportFields(text: string, fields: ReportFields): string {
  return changed(text, (document) => {
    const known = document.get('report');
    if (!isMap(known)) document.set('report', document.createNode({}));
    for (const [name, value] of Object.entries(fields)) {
      if (value) document.setIn(['report', name], value);
      else document.deleteIn(['report', name]);
    }
    const report = document.get('report');
    if (isMap(report) && report.items.length === 0) document.delete('report');
  });
}

function changed(text: string, change: (document: Document) => void): string {
  requireValid(text);
  const document: Document = parseDocument(text.trim() === '' ? NEW_FILE : text);
  if (!isMap(document.contents)) {
    // A file of comments has no contents yet: what it says stands before them from now on.
    const comments = [document.commentBefore, document.comment].filter((each) => typeof each === 'string');
    document.commentBefore = comments.join('\n\n') || null;
    document.comment = null;
    document.contents = document.createNode({});
  }
  change(document);
  // Long lines of people's are theirs: never folded.
  const written = document.toString({ lineWidth: 0 });
  requireValid(written);
  return written;
}

function requireValid(text: string): void {
  const { problems } = parseYaml(overridesSchema, { text });
  if (problems) throw new Error(problems.map(yamlProblemLine).join(' '));
}
