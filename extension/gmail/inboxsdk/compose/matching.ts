import type { TemplateLine } from '../../../messages/compose.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
/** More do not fit under a caret. */
const shown = 8;

/** Templates by the beginning of their name, then by any part of it, then by what they say. */
export function matching(lines: readonly TemplateLine[], query: string): TemplateLine[] {
  const wanted = plain(query);
  const rank = ({ name, line }: TemplateLine): number => {
    const called = plain(name);
    if (called.startsWith(wanted)) return 0;
    if (called.includes(wanted)) return 1;
    return wanted.length > 1 && plain(line).includes(wanted) ? 2 : 3;
  };
  return lines
    .map((line) => ({ line, at: rank(line) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .slice(0, shown)
    .map(({ line }) => line);
}
