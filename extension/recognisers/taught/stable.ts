import { attributeOf, classesOf, plain } from '../dom.ts';
import { fits, type Step } from './recipe.ts';

/** What tools put in front of a name that they make up: emotion, styled-components, JSS, Svelte, Astro, Angular. */
const madeUp =
  /^(?:css|sc|jss|emotion|svelte|astro|ng|makeStyles|chakra|tss|r)-?[a-z]*\d*-|^jss\d|^_[a-z0-9]{4,}$|^_ng/i;
/** How something looks or stands at the moment, not what it is: Tailwind, Bootstrap, states. */
const look =
  /^(?:-?[mp][xytrblse]?|[wh]|min|max|gap|text|font|bg|flex|grid|items|justify|self|content|rounded|border|shadow|leading|tracking|space|col|row|d|position|z|order|overflow|inline|block|hidden|relative|absolute|sticky|float|clear|align|opacity|transition|duration|ease|transform|cursor|object|aspect|aos|animate|wow|fade|lazy|sm|md|lg|xl|xs|is|has)(?:-.*)?$|^(?:active|open|show|shown|hover|selected|current|first|last|odd|even|visible|loaded|clearfix|in-view|item-?\d+)$/i;
/** CSS modules: `Card_name__3xY_z`, `card--name--x7f9k`. */
const ended = /^(.*?[a-z](?:__|--))([A-Za-z0-9_-]{4,10})$/;
const mostWords = 2;

/** Whether a word was thrown by dice: digits among letters, no vowel, or a capital every other letter. */
function isHash(text: string): boolean {
  return text.split(/[-_]/).some((part) => {
    if (part.length < 4) return false;
    const letters = part.replace(/\d{1,3}$/, '');
    if (/\d/.test(letters)) return true;
    if (letters.length >= 5 && !/[aeiouy]/i.test(letters)) return true;
    const words = letters.split(/(?=[A-Z])/);
    return words.length > 2 && letters.length / words.length < 3;
  });
}

/** A class, as far as it will be the same after the site's next build. */
export function stableClass(name: string): { whole: string } | { prefix: string } | null {
  if (!fits.word(name) || name.length > 50 || madeUp.test(name) || look.test(name)) return null;
  const [, stem = '', end = ''] = ended.exec(name) ?? [];
  if (stem && (isHash(end) || /[A-Z].*[a-z]|[a-z].*[A-Z]|\d/.test(end)))
    return fits.word(stem) ? { prefix: stem } : null;
  return isHash(name) ? null : { whole: name };
}

const markNames = [
  'itemprop',
  'property',
  'data-testid',
  'data-test',
  'data-qa',
  'data-field',
  'data-role',
  'data-type',
  'data-hook',
  'role',
  'rel',
];

/** An element by what it is; `named` where more than its tag tells that. */
export function stepOf(
  element: Element,
  more: Pick<Step, 'child' | 'nth'> = {},
): { step: Step; named: boolean } {
  const tag = plain(element).localName;
  const found = classesOf(element).flatMap((name) => stableClass(name) ?? []);
  const classes = found.flatMap((each) => ('whole' in each ? [each.whole] : [])).slice(0, mostWords);
  const prefixes = found.flatMap((each) => ('prefix' in each ? [each.prefix] : [])).slice(0, mostWords);
  const marks = markNames
    .flatMap((name): [string, string][] => {
      const value = attributeOf(element, name);
      return value && fits.mark(name, value) && !/\d{3}/.test(value) ? [[name, value]] : [];
    })
    .slice(0, mostWords);
  const step: Step = {
    tag,
    ...more,
    ...(classes.length > 0 && { classes }),
    ...(prefixes.length > 0 && classes.length === 0 && { prefixes }),
    ...(marks.length > 0 && { marks }),
  };
  return { step, named: classes.length + prefixes.length + marks.length > 0 };
}

/** An id that names a place of the page, not a row of a database. */
export function stableId(element: Element): string | null {
  const id = attributeOf(element, 'id');
  return id && fits.word(id) && !/\d{2}/.test(id) && !isHash(id) ? id : null;
}
