import { plain, textOf } from '../dom.ts';
import type { Page, Reading } from '../recogniser.ts';
import { clean } from '../sight.ts';
import { surveyOf } from '../survey.ts';
import { trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { isKind } from './institutions.ts';
import { formLast } from './legal-forms.ts';
import { isGeneral, pageWords } from './words.ts';

const mostSelects = 20;
const mostOptions = 600;
const fewest = 8;
const hopeless = 20;
/** What stands for no choice. */
const nothing =
  /^(?:please|select|choose|other|others|all|any|none|not listed|bitte|andere|autre|choisir|otro|seleccione|altro|scegli|请选择|請選擇|其他|選択)(?![\p{L}])/iu;

/** Organisations that a form offers to choose from: a list of which half says by its words that it is one of these. */
export function* choicesOf(page: Page): Reading<Named[]> {
  const found: Named[] = [];
  let count = 0;
  for (const select of (yield* surveyOf(page)).marked.select) {
    if (++count > mostSelects) break;
    const names: string[] = [];
    let sure = 0;
    let seen = 0;
    for (const option of plain(select).getElementsByTagName('option')) {
      if (++seen > mostOptions) break;
      if (seen % 20 === 0) yield;
      const text = clean(textOf(option, 200));
      if (isKind(text) || formLast.test(text)) sure++;
      // A list of countries, sizes, months: told by its beginning.
      else if (seen > hopeless && sure === 0) break;
      const name = trimmedName(text);
      if (name.length < 3 || nothing.test(name) || pageWords.test(name) || isGeneral(name)) continue;
      names.push(name);
    }
    yield;
    if (sure < fewest || sure < names.length / 2) continue;
    for (const name of names) found.push({ name, confidence: 0.7, line: -1, why: 'choice' });
  }
  return found;
}
