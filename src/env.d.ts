declare namespace App {
  interface Locals {
    /** The id of the report on the page, where its address does not name it. */
    report?: string;
    /** The notes whose first mark on the page has been rendered: it is what the note links back to. */
    markedNotes?: Set<string>;
    /** Of the report on the page, where it is not that of the interface. */
    language?: 'en' | undefined;
  }
}
