/** How rows can be written to a file. */
export const exportFormats = ['csv', 'vcard', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Cards are of people and organisations: there is none for deals. */
export const formatsOf = (noun: 'contact' | 'company' | 'deal'): readonly ExportFormat[] =>
  noun === 'deal' ? exportFormats.filter((format) => format !== 'vcard') : exportFormats;
