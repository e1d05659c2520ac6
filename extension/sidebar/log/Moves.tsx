import { RotateCcw } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import css from '../history/HistoryCard.module.css';
import { unkeptText } from '../history/unkeptText.ts';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { movesOf } from './moves.ts';
import { placeOf } from './place.ts';
import { useLog } from './useLog.ts';

/** From where to where a log was moved, by whom and when; each place it had is one click away. */
export function Moves({ id }: { id: Id }) {
  const session = useSession();
  const { move } = useLog();
  const { value: history, code } = useAnswer('history', { noun: 'interaction', id });
  const { value: place } = useAnswer('logPlace', { id });
  if (code)
    return (
      <p class={css.offline} role="status">
        {unkeptText(code)}
      </p>
    );
  if (!history || place === undefined) return <Empty>{m.sidebar_loading()}</Empty>;
  const now = place && placeOf(place);
  const moves = now ? movesOf(history, now) : [];
  if (!now || moves.length === 0) return <Empty>{m.log_moves_none()}</Empty>;
  const nothing = m.sidebar_history_was_empty();
  return (
    <ul class={css.list} data-moves>
      {moves.map(({ key, at, by, byMe, from, to, back }) => (
        <li key={key} class={css.change}>
          <p class={css.line}>
            <span class={css.field}>{m.log_moved_by({ who: byMe ? m.sidebar_you() : by })}</span>
            <span class={css.by}>
              <Ago at={at} />
            </span>
          </p>
          <p class={css.values}>
            <Text class={css.from}>{from.join(' · ') || nothing}</Text> →{' '}
            <Text class={css.to}>{to.join(' · ') || nothing}</Text>
          </p>
          {back && session.canChange.value && (
            <Button
              look="link"
              class={css.restore}
              icon={<RotateCcw size={12} aria-hidden="true" />}
              onClick={(event) => void move(event, id, back, now)}
            >
              {from.length > 0 ? m.log_move_back({ where: from.join(' · ') }) : m.log_move_back_empty()}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
