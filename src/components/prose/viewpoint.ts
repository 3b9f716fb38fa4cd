import Bare from './Bare.astro';
import ViewpointPassage from './ViewpointPassage.astro';

/** What the MDX of a viewpoint may use. */
export const viewpointComponents = { p: Bare, Passage: ViewpointPassage };
