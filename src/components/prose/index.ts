/** The only names that the MDX of a chapter may use; docs/architecture.md has the table. */
import Bare from './Bare.astro';
import Box from './Box.astro';
import BoxTitle from './BoxTitle.astro';
import Caption from './Caption.astro';
import Cell from './Cell.astro';
import DataTable from './DataTable.astro';
import Figure from './Figure.astro';
import Heading from './Heading.astro';
import Item from './Item.astro';
import ItemList from './ItemList.astro';
import Line from './Line.astro';
import Listing from './Listing.astro';
import Note from './Note.astro';
import NoteMark from './NoteMark.astro';
import Notes from './Notes.astro';
import PageMark from './PageMark.astro';
import Passage from './Passage.astro';
import Quotation from './Quotation.astro';
import Row from './Row.astro';
import SpokenOf from './SpokenOf.astro';
import ViewpointCallout from './ViewpointCallout.astro';

export const proseComponents = {
  p: Bare,
  Box,
  BoxTitle,
  Caption,
  Cell,
  DataTable,
  Figure,
  Heading,
  Item,
  ItemList,
  Line,
  Listing,
  Note,
  NoteMark,
  Notes,
  PageMark,
  Passage,
  Quotation,
  Row,
  SpokenOf,
  ViewpointCallout,
};
