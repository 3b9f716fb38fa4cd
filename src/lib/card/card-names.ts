/** The cards of a page: `wide` for link previews, `tall` for chats. File names below `cards/`, without `.png`. */
export interface CardNames {
  readonly wide: string;
  readonly tall: string;
}

export const REPORT_CARDS: CardNames = { wide: 'report', tall: 'report-tall' };

export const chapterCard = (slug: string): string => `chapter-${slug}`;

export const viewpointCards = (number: number): CardNames => ({
  wide: `viewpoint-${number}`,
  tall: `viewpoint-${number}-tall`,
});
