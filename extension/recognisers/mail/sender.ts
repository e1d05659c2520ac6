const wordPattern = /\p{L}{2,}/gu;
const eastern = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

const wordsOf = (text: string): string[] => text.toLowerCase().match(wordPattern) ?? [];
const run = (text: string): string => text.replace(/[\s·・]+/gu, '');

/** What a header tells of its writer's name, to know it again below the mail. */
export type Sender = { words: ReadonlySet<string>; eastern: string | null };

/** Words of the sender's name, in either order: `Byron, Ada`, `"Ada Byron" <…>`, or of the address itself. */
export function senderOf(from: string): Sender {
  const line = from.slice(0, 500);
  const name = line.replace(/<[^<>]*>?/g, ' ').replace(/\([^()]*\)/g, ' ');
  const source = /\p{L}{2}/u.test(name)
    ? name.replace(/@.*/, '')
    : line.replace(/[<>]/g, '').replace(/@.*/, '');
  const whole = run(source.replace(/["'\d_.,]/g, ''));
  return {
    words: new Set(wordsOf(source)),
    eastern: eastern.test(whole) && whole.length <= 8 ? whole : null,
  };
}

/** True where a text names the sender, or a part of the name. Names of East Asia are compared without their spaces. */
export const namesSender = (text: string, { words, eastern: whole }: Sender): boolean =>
  wordsOf(text).some((word) => words.has(word)) || (whole !== null && run(text).includes(whole));

/** True where a short text is nothing but the sender's name: "Ada", "Ada B.", "王 小明". */
export function isSender(text: string, sender: Sender): boolean {
  if (sender.eastern && run(text) === sender.eastern) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.some((word) => sender.words.has(word)) &&
    words.every((word) => word.length === 1 || sender.words.has(word))
  );
}
