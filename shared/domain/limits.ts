/** Longest texts, in UTF-16 code units; the same at the border, in the mirror and in forms. */
export const limits = {
  name: 300,
  title: 300,
  subject: 1_000,
  body: 64_000,
  note: 20_000,
  need: 4_000,
  reason: 1_000,
  url: 2_048,
  keys: 50,
  /** Choices of an own field. */
  choices: 200,
  participants: 500,
  contactsOfInteraction: 100,
  /** Files named in one interaction, and bytes of one that is kept. */
  attachments: 100,
  fileBytes: 25_000_000,
  /** Rows of a noun in one part of an import. */
  importRows: 2_000,
  /** Rows of one file. */
  importFile: 1_000_000,
  /** One mutation as JSON, in bytes. */
  mutation: 256_000,
  /** Mutations in one push. */
  push: 50,
  /** Settled mutations kept for a restored server that may lack them, and for how long. */
  sent: 5_000,
  sentMs: 35 * 86_400_000,
  /** Rows in one page of a pull. */
  pull: 1_000,
  /** The same in a first fill: half the requests, and still a turn of the server that nobody notices. */
  fill: 2_000,
} as const;
