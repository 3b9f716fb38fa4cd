import { loadReports } from './reports.ts';

type Carriers = ReadonlyMap<string, readonly number[]>;

/** Made once a report: a chapter asks for every one of its paragraphs. */
const carriers = new Map<string, Promise<Carriers>>();

async function findCarriers(reportId: string): Promise<Carriers> {
  const report = (await loadReports()).find(({ id }) => id === reportId);
  const pairs = (report?.viewpoints ?? []).flatMap(({ data }) =>
    data.evidence.map(({ id }) => ({ id, number: data.number })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ id }) => id)].map(([id, group]) => [id, group.map(({ number }) => number)]),
  );
}

/** The numbers of the viewpoints that the passage `id` of a report carries; most carry none. */
export async function viewpointsCarriedBy(report: string, id: string): Promise<readonly number[]> {
  const known = carriers.get(report) ?? findCarriers(report);
  carriers.set(report, known);
  return (await known).get(id) ?? [];
}
