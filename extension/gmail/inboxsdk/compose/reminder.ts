import * as m from '../../../../shared/i18n/compiled/messages.js';
import { addDays, wallOf } from '../../../../shared/kit/civil.ts';
import type { Remind } from '../../../messages/compose.ts';
import { make, onReal } from './shadow.ts';

const usual = { 1: m.compose_remind_1, 3: m.compose_remind_3, 7: m.compose_remind_7 } as const;
const pause = 250;

const today = (): string => wallOf(Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone).day;
const inDays = (days: number): Remind => ({ dueDay: addDays(today(), days), dueAt: null, zone: null });

const dayText = ({ dueDay, dueAt, zone }: Remind, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...({ weekday: 'short', day: 'numeric', month: 'short' } as const),
    ...(dueAt !== null && ({ hour: 'numeric', minute: 'numeric' } as const)),
    timeZone: dueAt === null ? 'UTC' : (zone ?? undefined),
  }).format(dueAt ?? Date.parse(dueDay));

/** "Remind me if there is no reply": some days at hand, and any other in words. */
export function makeReminder(
  set: (remind: Remind | null) => void,
  read: (text: string) => Promise<Remind | null>,
  signal: AbortSignal,
) {
  const select = make('select', { 'aria-label': m.compose_remind() });
  const words = make('input', {
    ...{ type: 'text', size: '14', maxlength: '200', hidden: '', dir: 'auto', autocomplete: 'off' },
    ...{ placeholder: m.compose_remind_words(), 'aria-label': m.compose_remind_words() },
  });
  const unread = make('span', { role: 'status', hidden: '' });
  let now: Remind | null = null;
  let picking = false;
  let timer = 0;

  const draw = (locale: string): void => {
    const days = Object.entries(usual).map(([days, text]) => ({
      value: days,
      text: text(),
      due: inDays(Number(days)),
    }));
    const same = (due: Remind) => now !== null && now.dueAt === null && due.dueDay === now.dueDay;
    const known = days.find(({ due }) => same(due));
    const own =
      now && !known ? [{ value: 'own', text: m.compose_remind_on({ day: dayText(now, locale) }) }] : [];
    const options = [
      { value: '', text: m.compose_remind_none() },
      ...days,
      ...own,
      { value: 'pick', text: m.compose_remind_pick() },
    ];
    select.replaceChildren(...options.map(({ value, text }) => make('option', { value }, text)));
    select.value = picking && !now ? 'pick' : now ? (known?.value ?? 'own') : '';
    words.hidden = !picking;
  };
  const understand = async (locale: string): Promise<void> => {
    const typed = words.value.trim();
    const due = typed === '' ? null : await read(typed);
    // Meanwhile something else may have been typed.
    if (typed !== words.value.trim() || !picking) return;
    unread.hidden = typed === '' || due !== null;
    unread.textContent = unread.hidden ? '' : m.compose_remind_unread();
    if (due || typed === '') set(due);
    else draw(locale);
  };

  let shownIn = 'en';
  onReal(
    select,
    'change',
    () => {
      picking = select.value === 'pick';
      unread.hidden = true;
      if (picking) {
        draw(shownIn);
        words.focus();
      } else if (select.value !== 'own') set(select.value === '' ? null : inDays(Number(select.value)));
    },
    signal,
  );
  onReal(
    words,
    'input',
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void understand(shownIn), pause);
    },
    signal,
  );
  onReal(
    words,
    'keydown',
    (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
      event.preventDefault();
      clearTimeout(timer);
      if (key === 'Enter') void understand(shownIn).then(() => close());
      else close();
    },
    signal,
  );
  const close = (): void => {
    if (!unread.hidden) return;
    picking = false;
    draw(shownIn);
    select.focus();
  };
  return {
    elements: [select, words, unread],
    show(remind: Remind | null, locale: string): void {
      now = remind;
      shownIn = locale;
      draw(locale);
    },
  };
}
