import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogTarget, NamedDeal } from '../../messages/state.ts';
import { shortName } from '../person/shortName.ts';

/** A piece of the label: a name, that may be cut where there is no room, or words that stay. */
export type TargetPart = { text: string; is: 'words' | 'person' | 'deal' };

/** Characters for private use, which no name has: where each name stands is the language's choice. */
const person = '\ue000';
const deal = '\ue001';

/** "Log to Ada + 2, ACME renewal + 1", in pieces. */
export function targetParts({ contacts, company, deals }: LogTarget): TargetPart[] {
  const [first, ...others] = contacts;
  const [firstDeal, ...moreDeals] = deals;
  const name = first ? shortName(first.name) : (company?.name ?? null);
  const who = person + (others.length > 0 ? ` + ${others.length}` : '');
  const what = deal + (moreDeals.length > 0 ? ` + ${moreDeals.length}` : '');
  const sentence =
    name === null
      ? firstDeal
        ? m.log_to_deal({ deal: what })
        : m.sidebar_log_email()
      : firstDeal
        ? m.sidebar_log_to_deal({ who, deal: what })
        : m.sidebar_log_to({ who });
  return sentence
    .split(/([\ue000\ue001])/)
    .filter(Boolean)
    .map((piece) =>
      piece === person
        ? { text: name ?? '', is: 'person' }
        : piece === deal
          ? { text: firstDeal?.title ?? '', is: 'deal' }
          : { text: piece, is: 'words' },
    );
}

export const targetText = (target: LogTarget): string =>
  targetParts(target)
    .map(({ text }) => text)
    .join('');

/** "ACME renewal + 1": the first deal, and how many more. */
export const dealsText = ([first, ...others]: readonly NamedDeal[]): string | null =>
  first
    ? others.length > 0
      ? m.log_more_deals({ deal: first.title, count: others.length })
      : first.title
    : null;
