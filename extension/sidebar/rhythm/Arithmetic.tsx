import type { Reply } from '../../../shared/domain/rhythm/rhythm.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RhythmView } from '../../messages/rhythm.ts';
import { absoluteTime } from '../../ui/relativeTime.ts';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import css from './Rhythm.module.css';
import { MonthTable } from './Sparkline.tsx';
import { durationText } from './words.ts';

/** The newest answers that the numbers rest on; older ones are counted. */
const shownOf = 5;

/** What the sentence rests on: the definition, the numbers, the mails. */
export function Arithmetic({ view: { rhythm, asOf } }: { view: RhythmView }) {
  const { locale } = useSession();
  const { replies, theirs, ours, months } = rhythm;
  const of = (by: Reply['by']) => replies.filter((reply) => reply.by === by);
  return (
    <div class={css.arithmetic}>
      <p>{m.rhythm_definition()}</p>
      <Answers title={m.rhythm_theirs()} median={theirs} replies={of('them')} />
      <Answers title={m.rhythm_ours()} median={ours} replies={of('us')} />
      <MonthTable months={months} locale={locale.value} />
      <p>
        {asOf === null ? (
          m.rhythm_only_here()
        ) : (
          <>
            {m.rhythm_as_of()} <Ago at={asOf} />
          </>
        )}
      </p>
    </div>
  );
}

function Answers({ title, median, replies }: { title: string; median: number | null; replies: Reply[] }) {
  const { locale: said } = useSession();
  const locale = said.value;
  if (median === null) return null;
  const newest = replies.toReversed().slice(0, shownOf);
  return (
    <div>
      <p class={css.answers}>
        {m.rhythm_median({ title, count: replies.length, time: durationText(median) })}
      </p>
      <ul class={css.list}>
        {newest.map(({ answer, askedAt, answeredAt, took }) => (
          <li key={answer} class={css.answer}>
            <span class={css.took}>{durationText(took)}</span>
            <span>
              <time dateTime={new Date(askedAt).toISOString()} title={absoluteTime(askedAt, locale)}>
                {dayText(askedAt, locale)}
              </time>{' '}
              →{' '}
              <time dateTime={new Date(answeredAt).toISOString()} title={absoluteTime(answeredAt, locale)}>
                {dayText(answeredAt, locale)}
              </time>
            </span>
          </li>
        ))}
        {replies.length > newest.length && (
          <li>{m.rhythm_more({ count: replies.length - newest.length })}</li>
        )}
      </ul>
    </div>
  );
}

const dayText = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
