/** A page of a tagged PDF → what its structure tree says that its marked content is. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asList, asRecord } from './operator-arguments.ts';

/** The role of marked content by its number on the page (MCID): `H1`, `P`, `TD`. Empty where the file is not tagged. */
export type StructureRoles = ReadonlyMap<number, string>;

/** Roles that only group or style: the one around them counts. */
const TRANSPARENT = /^(?:Span|NonStruct|Div|Root|Link|Lbl|LBody)$/u;

/** Reads the roles of a page's marked content. A broken tree gives none. */
export async function readStructureRoles(page: PDFPageProxy): Promise<StructureRoles> {
  const roles = new Map<number, string>();
  const visit = (node: unknown, outer: string): void => {
    const { role, type, id, children } = asRecord(node);
    const own = typeof role === 'string' && !TRANSPARENT.test(role) ? role : outer;
    const mark = type === 'content' && typeof id === 'string' ? /_mc(\d+)$/u.exec(id)?.[1] : undefined;
    if (mark !== undefined) roles.set(Number(mark), own);
    for (const child of asList(children)) visit(child, own);
  };
  visit(await page.getStructTree().catch(() => null), '');
  return roles;
}
