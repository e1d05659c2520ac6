/** What a file may hold. More is told, never read: a page that dies shows nothing. */
export const fileLimits = {
  bytes: 50_000_000,
  rows: 100_000,
  columns: 200,
  /** UTF-16 code units of one cell. */
  cell: 64_000,
  /** Lines of one vCard, and of one kind of it: nobody has a thousand telephones. */
  cardLines: 2_000,
  cardKind: 20,
} as const;
