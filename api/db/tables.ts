/** Full-text tables are made from search_part, and their inner tables count no rows of ours. */
const fullText = /^search(_text)?(_(data|idx|docsize|config|content))?$/;

/** Whether a table holds rows of ours, by its name. */
export const isCounted = (name: string): boolean => !/^(sqlite_|libsql_)/.test(name) && !fullText.test(name);
