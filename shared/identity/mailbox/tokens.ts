/** What an address header is made of (RFC 5322 3.2): words, quoted strings, literals, and the signs between them. */
export type Token =
  | { kind: 'word' | 'quoted' | 'literal' | 'comment'; text: string; spaced: boolean }
  | { kind: 'sign'; text: '<' | '>' | ',' | ';' | ':' | '@' | '.'; spaced: boolean };

/** Longest header that is looked at, in UTF-16 units, and how deep its comments may nest; beyond it is hostile. */
const longest = 200_000;
const deepest = 50;

const signs = new Set(['<', '>', ',', ';', ':', '@', '.']);
/** Beginning of a word; all else that is no sign, no quote, no bracket and no space belongs to it (RFC 6531, and tolerance). */
const wordEnd = /[\s"(<>,;:@.[]/u;

/** Cuts a header into tokens in one pass; what is not closed ends with the header. */
export function tokensOf(header: string): Token[] {
  const text = header.length > longest ? header.slice(0, longest) : header;
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) {
      spaced = true;
      at++;
      continue;
    }
    if (character === '"' || character === '(' || character === '[') {
      const { content, end } = enclosed(text, at, character);
      const kind = character === '"' ? 'quoted' : character === '(' ? 'comment' : 'literal';
      tokens.push({ kind, text: content, spaced });
      at = end;
    } else if (signs.has(character)) {
      tokens.push({ kind: 'sign', text: character as ',', spaced });
      at++;
    } else {
      const begin = at;
      while (at < text.length && !wordEnd.test(text[at] ?? ' ')) at++;
      if (at === begin) at++;
      tokens.push({ kind: 'word', text: text.slice(begin, at), spaced });
    }
    spaced = false;
  }
  return tokens;
}

/** What stands between two quotes or brackets, `\` taken off; comments nest. */
function enclosed(text: string, from: number, opener: string): { content: string; end: number } {
  const closer = opener === '"' ? '"' : opener === '(' ? ')' : ']';
  let depth = 1;
  let content = '';
  let begin = from + 1;
  let at = begin;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') {
      content += text.slice(begin, at);
      begin = at + 1;
      at++;
    } else if (opener === '(' && character === '(' && depth < deepest) depth++;
    else if (character === closer && --depth === 0) break;
  }
  return { content: (content + text.slice(begin, at)).replace(/\r?\n(?=[ \t])/g, ''), end: at + 1 };
}
