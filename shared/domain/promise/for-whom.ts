/** `send {you} the quote` for a reader: with the name of whom we owe it to, or as they wrote it to us. */
export const forWhom = (what: string, by: 'us' | 'them', name: string): string =>
  what.replace(/\{([^{}]*)\}/g, (_, word: string) => (by === 'us' ? name : word));
