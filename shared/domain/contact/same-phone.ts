/** Behind these an extension follows; two numbers that differ in it alone are one line of one house. */
const extension = /(?:ext(?:ension)?\.?|x|#|durchwahl|dw|转|轉|分机|分機|内線)\s*:?\s*\d{1,6}\s*$/iu;
/** A national number and the same one with its country share this many last digits at least. */
const fewest = 7;

const digitsOf = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(extension, '')
    // "+44 (0)20": a zero that is dialled at home only.
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');

/** Whether two spellings are the same number, one of them perhaps without its country. */
export function samePhone(a: string, b: string): boolean {
  const [short = '', long = ''] = [digitsOf(a), digitsOf(b)].sort((x, y) => x.length - y.length);
  return (
    short === long || (short.length >= fewest && long.length - short.length <= 4 && long.endsWith(short))
  );
}
