/** Makes plain text of marked-up text as mail programs do: a line a block, `> ` before what is quoted. */
export function makeTextLines() {
  const lines: string[] = [];
  let line = '';
  let depth = 0;

  const breakLine = (): void => {
    const text = line.replace(/[^\S\n]+/g, ' ').trim();
    line = '';
    if (text !== '') lines.push('> '.repeat(depth) + text);
    else if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };

  return {
    write: (text: string): void => {
      line += text.replace(/\s+/g, ' ');
    },
    /** Ends a line that has begun; several in a row end it once. */
    block: (): void => {
      if (line.trim() !== '') breakLine();
      else line = '';
    },
    /** Ends what has begun, and leaves an empty line. */
    paragraph: (): void => {
      if (line.trim() !== '') breakLine();
      line = '';
      breakLine();
    },
    /** A line break proper: twice is an empty line. */
    breakLine,
    quote: (by: 1 | -1): void => {
      if (line.trim() !== '') breakLine();
      depth = Math.max(0, depth + by);
    },
    text: (): string => {
      if (line.trim() !== '') breakLine();
      return lines.join('\n').trim();
    },
  };
}
