import type { Id } from '../../shared/kit/id.ts';
import type { Likely, PairCalls } from '../messages/pairs.ts';
import { keptNow, openPairs } from '../pairs/view.ts';
import type { AnswersOf } from './asker.ts';
import { likelyCompanies, likelyPersons } from './likely.ts';
import { dismissLookAlike, lookAlikes } from './look-alikes.ts';
import { pairNames } from './pair-names.ts';

/** What can be asked of doubles and of those who pass for others. */
export const pairAnswers: AnswersOf<PairCalls> = {
  pairs: async ({ mirror, finder }, { noun, from, count, of }) => {
    const isOf = ({ a, b }: { a: Id; b: Id }) => of === undefined || a === of || b === of;
    // Of most people there is none: then nothing more is read.
    if (of !== undefined && !(await keptNow(mirror, noun)).pairs.some(isOf))
      return { state: finder.state(), total: 0, rows: [] };
    const { pairs: all, describe } = await openPairs(mirror, noun, await pairNames());
    const pairs = all.filter(isOf);
    const asked = pairs.slice(from, from + count);
    const rows = (await Promise.all(asked.map(describe))).flatMap((row) => row ?? []);
    return { state: finder.state(), total: pairs.length - (asked.length - rows.length), rows };
  },
  pairsCount: async ({ mirror }) => {
    const names = await pairNames();
    const [contact, company] = await Promise.all([
      openPairs(mirror, 'contact', names),
      openPairs(mirror, 'company', names),
    ]);
    return { contact: contact.pairs.length, company: company.pairs.length };
  },
  likely: async ({ mirror }, newcomer) => likelyPersons(mirror, newcomer, await pairNames()),
  likelyEach: async ({ mirror }, { people }) => {
    const names = await pairNames();
    const found: (Likely | null)[] = [];
    for (const newcomer of people) found.push((await likelyPersons(mirror, newcomer, names))[0] ?? null);
    return found;
  },
  likelyCompany: async ({ mirror }, firm) => likelyCompanies(mirror, firm, await pairNames()),
  lookAlikes: (core, input) => lookAlikes(core, input),
  dismissLookAlike: async (core, input) => {
    await dismissLookAlike(core, input);
    return null;
  },
};
