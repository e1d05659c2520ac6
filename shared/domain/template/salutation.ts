import { type NameParts, parseName } from '../../identity/name/parse.ts';

/** Names that are not split at spaces: family name first, and the honorific behind it. */
const isEastern = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー·・\s]+$/u.test(name);
const isHan = (name: string): boolean => /^[\p{Script=Han}·•]+$/u.test(name);

/** Work that addresses somebody in Chinese: 王总 of a general manager, 王经理 of a manager. */
const addressed: readonly (readonly [work: RegExp, said: string | null])[] = [
  [/^(?:董事长|董事長)$/u, '董'],
  [/^(?:总经理|总裁|首席执行官|总监|.{0,4}总监)$/u, '总'],
  [/^(?:總經理|總裁|執行長|總監|.{0,4}總監)$/u, '總'],
  [/^.{0,4}(经理|經理|主任|主管)$/u, null],
  [/^(科长|科長|处长|處長|局长|局長|校长|校長|院长|院長|厂长|廠長)$/u, null],
  [/^.{0,4}(工程师|工程師|教授|老师|老師|医生|醫生|医师|醫師|律师|律師)$/u, null],
];

const workSaid = (work: string): string | null => {
  for (const [pattern, said] of addressed) {
    const match = pattern.exec(work);
    if (match) return said ?? match[1] ?? null;
  }
  return null;
};

/**
 * How a mail addresses somebody, where that is known: 王总, 陈女士, Prof. Whitcombe-Adeyemi. Null where it would be a
 * guess: 先生, 女士, Mr and Ms are never made from a given name.
 * @param work what they do; it addresses somebody in Chinese only
 */
export function salutation(name: string, work: string | null): string | null {
  const { title, last }: NameParts = parseName(name);
  if (!last) return null;
  if (title) return isEastern(name.trim()) ? `${last}${title}` : `${title} ${last}`;
  const said = work && isHan(name.trim()) ? workSaid(work.trim()) : null;
  return said && `${last}${said}`;
}

/** By which somebody is greeted: a given name; in Chinese, Japanese and Korean the whole one, as a given name alone is for friends. */
export function greetingName(name: string, givenName: string | null): string | null {
  const plain = name.trim();
  if (!isEastern(plain) || plain === '') return givenName?.trim() || null;
  const { first, last } = parseName(plain);
  // A family name alone greets nobody: 陈女士 stays 陈女士.
  return last && first ? `${last}${first}` : plain;
}
