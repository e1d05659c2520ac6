/** Messages that read alike in English and Chinese: names, units and signs. */
export const sameText = new Set<string>(['words_sidebook', 'gmail_panel_title', 'list_source_gmail']);
