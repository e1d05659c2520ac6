import type { Day, Deal, Stage, Task } from '../../../shared/domain/rows.ts';
import { seenColour } from '../../../shared/domain/stage/colour.ts';
import { dueDayIn } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { daysBetween } from '../../../shared/kit/civil.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { RowChip, RowChipKind, RowChips } from '../../messages/rows.ts';
import { dayInFull, dayText } from '../../ui/day.ts';
import { initials } from '../../ui/initials.ts';
import { moneyText } from '../../ui/money.ts';
import type { RowFacts } from './facts.ts';

/** More chips leave no room for the subject; the rest is said by the tooltip. */
const mostChips = 3;
/** What falls due later than this needs no chip yet. */
const soonDays = 14;
const longest = 40;

export type Said = {
  today: Day;
  zone: string;
  locale: string;
  me: Id | null;
  names: ReadonlyMap<Id, string>;
  leftOut: readonly RowChipKind[];
};

/** `urge`: which chips stay where there is room for few, the highest first. */
type Told = { chip: RowChip; urge: number; whole: string };

const cut = (text: string): string =>
  text.length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;
const chip = (kind: RowChipKind, text: string, tone: RowChip['tone'] = 'plain'): RowChip => ({
  kind,
  text: cut(text),
  tone,
  colour: null,
});

function stageTold({ deal, stage }: RowFacts, { locale }: Said): Told[] {
  if (!deal || !stage) return [];
  const colour = stage.colour ? seenColour(stage.colour) : null;
  return [{ chip: { ...chip('stage', stage.name), colour }, urge: 8, whole: dealWords(deal, stage, locale) }];
}

const dealWords = (deal: Deal, stage: Stage, locale: string): string => {
  const words = { deal: deal.title, stage: stage.name };
  return deal.amountMinor === null
    ? m.rows_whole_deal(words)
    : m.rows_whole_deal_amount({ ...words, amount: moneyText(deal.amountMinor, deal.currency, locale) });
};

/** What we are to do next: the first that falls due. */
function dueTold({ tasks }: RowFacts, { today, zone, locale }: Said): Told[] {
  const task = tasks.find(({ promisedBy }) => promisedBy !== 'them');
  const day = task && dueDayIn(task, zone);
  if (!task || !day) return [];
  const away = daysBetween(today, day);
  const words = { task: task.title, day: dayInFull(day, locale) };
  if (away < 0) {
    const whole = m.rows_whole_late({ ...words, count: -away });
    return [{ chip: chip('due', m.rows_chip_late({ days: -away }), 'danger'), urge: 10, whole }];
  }
  if (away === 0)
    return [{ chip: chip('due', m.rows_chip_today(), 'warning'), urge: 9, whole: m.rows_whole_today(words) }];
  const urge = away <= soonDays ? 3 : 0;
  return [{ chip: chip('due', dayText(day, today, locale)), urge, whole: m.rows_whole_on(words) }];
}

const leadTold = ({ lead }: RowFacts): Told[] =>
  lead
    ? [
        {
          chip: chip('lead', m.rows_chip_lead(), 'info'),
          urge: 7,
          whole: m.rows_whole_lead({ who: lead.email }),
        },
      ]
    : [];

/** Promises that are still to be kept, ours before theirs. */
function promiseTold({ tasks }: RowFacts): Told[] {
  const of = (by: Task['promisedBy']) => tasks.filter(({ promisedBy }) => promisedBy === by);
  const [ours, theirs] = [of('us'), of('them')];
  const whole = [
    ...ours.map(({ title }) => m.rows_whole_you_owe({ task: title })),
    ...theirs.map(({ title }) => m.rows_whole_they_owe({ task: title })),
  ].join('\n');
  if (whole === '') return [];
  const text = ours.length > 0 ? m.rows_chip_you_owe() : m.rows_chip_they_owe();
  return [{ chip: chip('promise', text), urge: 6, whole }];
}

function loggedTold({ logged, row }: RowFacts): Told[] {
  if (!logged) return [];
  const all = Math.max(row.count, logged.count);
  if (logged.count >= all)
    return [
      {
        chip: chip('logged', '✓', 'success'),
        urge: 5,
        whole: m.rows_whole_all_logged({ count: all }),
      },
    ];
  const words = { logged: logged.count, all };
  return [
    { chip: chip('logged', `✓ ${words.logged}/${words.all}`), urge: 5, whole: m.rows_whole_logged(words) },
  ];
}

/** Oneself is no news. */
function ownerTold({ ownerId }: RowFacts, { me, names }: Said): Told[] {
  const name = ownerId === null || ownerId === me ? undefined : names.get(ownerId);
  return name
    ? [{ chip: chip('owner', initials(name)), urge: 4, whole: m.rows_whole_owner({ who: name }) }]
    : [];
}

/** In the order in which the tooltip tells. */
const told = [stageTold, dueTold, leadTold, promiseTold, loggedTold, ownerTold];

/** What stands on a row, in words; null where nothing does. */
export function chipsOf(facts: RowFacts, said: Said): RowChips | null {
  const all = told
    .flatMap((tell) => tell(facts, said))
    .filter(({ chip }) => !said.leftOut.includes(chip.kind));
  const shown = all
    .filter(({ urge }) => urge > 0)
    .sort((a, b) => b.urge - a.urge)
    .slice(0, mostChips);
  if (shown.length === 0) return null;
  const who = facts.contacts[0];
  const person = who && (facts.company ? `${who.name}, ${facts.company.name}` : who.name);
  return {
    id: facts.row.id,
    chips: shown.map(({ chip }) => chip),
    whole: [...(person ? [m.rows_whole_person({ who: person })] : []), ...all.map(({ whole }) => whole)],
  };
}
