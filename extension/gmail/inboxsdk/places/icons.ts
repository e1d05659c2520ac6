/** Drawn here: the mailbox loads nothing of ours by an address, and no address tells it that we are here. */
const svg = (body: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">${body}</svg>`)}`;

const book = (fill: string, line: string): string =>
  `<path fill="${fill}" d="M4 2h9a3 3 0 0 1 3 3v13H6a2 2 0 0 1-2-2z"/><path fill="${line}" d="M7 6h6v1.5H7zm0 3h6v1.5H7zm0 3h4v1.5H7z"/>`;
const dot = '<circle cx="16" cy="4" r="4" fill="#ce2c31"/>';
const tick = '<path fill="none" stroke="#2b9a66" stroke-width="2.4" d="m11 15 3 3 5-6"/>';
const half = '<circle cx="15" cy="15" r="3.4" fill="none" stroke="#ab6400" stroke-width="2"/>';

export const bookIcon = svg(book('#3e63dd', '#fff'));
export const bookDueIcon = svg(book('#3e63dd', '#fff') + dot);
export const loggedIcon = svg(book('#5f6368', '#fff') + tick);
export const partlyIcon = svg(book('#5f6368', '#fff') + half);
export const logIcon = svg(book('#5f6368', '#fff'));
