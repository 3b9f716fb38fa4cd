/** What a tagged PDF says its marked content is: the roles of its structure tree. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The role of marked content by its number on the page (MCID): `H1`, `P`, `TD`. Empty where the file is not tagged. */
export type StructureRoles = ReadonlyMap<number, string>;

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Roles that only group or style: the one around them counts. */
const TRANSPARENT = /^(?:Span|NonStruct|Div|Root|Link|Lbl|LBody)$/u;

/** Reads the roles of a page's marked content. A broken tree gives none. */
export async function readStructureRoles(page: PDFPageProxy): Promise<StructureRoles> {
  const roles = new Map<number, string>();
  const tree = (await page.getStructTree().catch(() => null)) as StructureNode | null;
  const visit = (node: StructureNode, outer: string): void => {
    const own = node.role !== undefined && !TRANSPARENT.test(node.role) ? node.role : outer;
    const mark = node.type === 'content' ? /_mc(\d+)$/u.exec(node.id ?? '')?.[1] : undefined;
    if (mark !== undefined) roles.set(Number(mark), own);
    for (const child of node.children ?? []) visit(child, own);
  };
  if (tree !== null) visit(tree, '');
  return roles;
}
