import { ChevronRight, Hourglass, TimerReset } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { DealPace } from '../../messages/rhythm.ts';
import type { Locale } from '../../messages/state.ts';
import { moneyText } from '../../ui/money.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { Arithmetic } from './Arithmetic.tsx';
import css from './Rhythm.module.css';
import { Sparkline } from './Sparkline.tsx';
import { durationText, rhythmText, sinceText } from './words.ts';

/** One sentence on a relation: how soon each answers, who is silent, how old the deal's stage is. What it rests on is one click away. */
export function RhythmLine({ noun, id }: { noun: HistoryNoun; id: string }) {
  const { locale: said, now } = useSession();
  const { value } = useAnswer('rhythm', { noun, id });
  const [open, unfold] = useState(false);
  if (!value || (value.rhythm.counted === 0 && !value.deal?.won)) return null;
  const locale = said.value;
  const { rhythm, deal } = value;
  const late = rhythm.overdue && rhythm.last?.by === 'them';
  const Icon = late ? Hourglass : TimerReset;
  return (
    <section class={css.rhythm} aria-label={m.rhythm_title()} data-rhythm={rhythm.overdue ? 'late' : 'calm'}>
      <div class={css.line}>
        <Icon size={14} aria-hidden="true" />
        <div class={css.said}>
          {rhythm.counted > 0 && <p>{rhythmText(rhythm, now.value)}</p>}
          {deal && <p>{dealText(deal, now.value, locale)}</p>}
        </div>
      </div>
      {rhythm.counted > 0 && (
        <div class={css.foot}>
          <Sparkline months={rhythm.months} locale={locale} />
          <button type="button" class={css.fold} aria-expanded={open} onClick={() => unfold(!open)}>
            <ChevronRight size={12} aria-hidden="true" class={css.arrow} />
            {m.rhythm_of({ count: rhythm.counted })}
          </button>
        </div>
      )}
      {open && <Arithmetic view={value} />}
    </section>
  );
}

function dealText(deal: DealPace, now: number, locale: Locale): string {
  const { title, stage, since, won, amountMinor, currency } = deal;
  const time = sinceText(Math.max(0, now - since));
  const what = amountMinor === null ? title : `${title} (${moneyText(amountMinor, currency, locale)})`;
  return won
    ? m.rhythm_deal_won({ what, stage, time, won: durationText(won.medianMs), deals: won.deals })
    : m.rhythm_deal({ what, stage, time });
}
