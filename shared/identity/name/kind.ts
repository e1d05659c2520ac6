import { isEastern } from './eastern.ts';
import { hasLegalForm, organisationWord } from './legal.ts';
import { cleanName, parseName } from './parse.ts';
import { isTitle } from './words.ts';

/** Whether a name is a person's or an organisation's; null where the words do not tell. */
export function nameKind(text: string): 'person' | 'company' | null {
  const plain = cleanName(text);
  if (!/\p{L}/u.test(plain)) return null;
  if (hasLegalForm(plain) || organisationWord.test(plain)) return 'company';
  const { title, first, last, suffix } = parseName(plain);
  if (isEastern(plain)) return last && first ? 'person' : null;
  if (/\d|[@#%*+=<>{}]/.test(plain)) return null;
  if (title && (first || last) && isTitle(title.split(' ')[0] ?? '')) return 'person';
  if (suffix && first && last) return 'person';
  return null;
}
