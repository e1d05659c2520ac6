export const fullTextTables = ['search', 'search_text'] as const;
export type FullText = (typeof fullTextTables)[number];

const joined = (which: string) =>
  `COALESCE(group_concat(CASE WHEN field ${which} 'name' THEN text END, ' '), '')`;

/** Makes the full text of those docs (a JSON array in `:docs`) from their parts; the same text as `reindex` writes. */
export const fillFullText = (table: FullText): string =>
  table === 'search_text'
    ? `INSERT INTO search_text (rowid, text) SELECT p.doc, group_concat(p.text, ' ') FROM json_each(:docs) j JOIN search_part p ON p.doc = j.value GROUP BY p.doc`
    : `INSERT INTO search (rowid, name, rest) SELECT p.doc, ${joined('=')}, ${joined('<>')} FROM json_each(:docs) j JOIN search_part p ON p.doc = j.value GROUP BY p.doc`;
