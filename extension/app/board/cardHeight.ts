/** Title, company and people, figures, next step; each own field adds a line. With the gap below. */
const bare = 28 + 3 * 18 + 12 + 8;
const line = 18;

/** All cards of a board are of one height, so that a column of two thousand knows what is in sight. */
export const cardHeightWith = (ownFields: number): number => bare + ownFields * line;
