export const fullTextTables = ['search', 'search_text'] as const;
export type FullText = (typeof fullTextTables)[number];

/** What a row's parts say of its name, and of the rest; texts of before an import stand beside them. */
export const nameText = `COALESCE(group_concat(CASE WHEN field = 'name' THEN text END, ' '), '')`;
export const restText = `COALESCE(group_concat(CASE WHEN field <> 'name' AND field NOT LIKE 'was:%' THEN text END, ' '), '')`;

/** Makes the full text of those docs (a JSON array in `:docs`) from their parts; the same text as `reindex` writes. */
export const fillFullText = (table: FullText): string =>
  table === 'search_text'
    ? `INSERT INTO search_text (rowid, text) SELECT p.doc, group_concat(p.text, ' ') FROM json_each(:docs) j JOIN search_part p ON p.doc = j.value GROUP BY p.doc`
    : `INSERT INTO search (rowid, name, rest) SELECT p.doc, ${nameText}, ${restText} FROM json_each(:docs) j JOIN search_part p ON p.doc = j.value GROUP BY p.doc`;
