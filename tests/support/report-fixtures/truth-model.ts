/** What `write-truth.ts` writes and tests read: the right answer for a fixture, in the form of the PDF lab. */
export interface TruthRun {
  readonly t?: string;
  /** 1 where bold. */
  readonly b?: number;
  readonly sup?: number;
  readonly url?: string;
  /** The text of the note whose mark stands here. */
  readonly note?: string;
}
export interface TruthCell {
  readonly t: string;
  readonly h: number;
  readonly rs: number;
  readonly cs: number;
}
export type TruthBlock =
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly num: string;
      readonly text: string;
      readonly page?: number;
      readonly label?: string;
    }
  | { readonly type: 'para'; readonly runs: readonly TruthRun[] }
  | { readonly type: 'list'; readonly items: readonly { readonly marker: string; readonly t: string }[] }
  | { readonly type: 'refs'; readonly items: readonly string[] }
  | {
      readonly type: 'box';
      readonly title: string;
      readonly paras: readonly { readonly runs: readonly TruthRun[] }[];
    }
  | {
      readonly type: 'table';
      readonly no: string;
      readonly caption: string;
      readonly source: string;
      readonly rows: readonly (readonly TruthCell[])[];
    }
  | {
      readonly type: 'figure';
      readonly no: string;
      readonly caption: string;
      readonly source: string;
      readonly page: number;
      readonly bbox: readonly [number, number, number, number];
    };

export interface Truth {
  readonly title: string;
  readonly pages: number;
  readonly copyright: readonly TruthBlock[];
  readonly preface: readonly TruthBlock[];
  readonly body: readonly TruthBlock[];
}
