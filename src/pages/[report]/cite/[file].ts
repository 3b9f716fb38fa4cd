/** References of a report and its parts for reference managers: `report.bib`, `s6.ris`, `f1.json`. */
import type { APIRoute } from 'astro';
import type { CslItem } from '../../../lib/citation/csl-item.ts';
import { REFERENCE_FILES, type ReferenceExtension } from '../../../lib/citation/formats.ts';
import { citableGroups, citableReport } from '../../../queries/citations.ts';
import { loadReports } from '../../../queries/reports.ts';

interface Props {
  readonly item: CslItem;
  readonly extension: ReferenceExtension;
}

const EXTENSIONS: readonly ReferenceExtension[] = ['bib', 'ris', 'json'];
const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export async function getStaticPaths() {
  return (await loadReports()).flatMap((report) =>
    [citableReport(report, site), ...citableGroups(report, site).flatMap(({ citables }) => citables)].flatMap(
      ({ id, item }) =>
        EXTENSIONS.map((extension) => ({
          params: { report: report.id, file: `${id}.${extension}` },
          props: { item, extension },
        })),
    ),
  );
}

export const GET: APIRoute<Props> = ({ props: { item, extension } }) => {
  const { format, type } = REFERENCE_FILES[extension];
  return new Response(format(item), { headers: { 'content-type': type } });
};
