import { CircleAlert, Hourglass } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import type { Stage } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { BoardCard } from '../../messages/board.ts';
import { RoleChip } from '../../sidebar/role/RoleChip.tsx';
import { DayLabel } from '../../sidebar/shell/DayLabel.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { classes } from '../../ui/classes.ts';
import { memo } from '../../ui/memo.ts';
import { moneyText } from '../../ui/money.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Card.module.css';
import { CardMenu } from './CardMenu.tsx';
import { CardOwnFields } from './CardOwnFields.tsx';
import { ageOf } from './columns.ts';
import { useDraggable } from './drag.ts';

/** A deal on the board. The title is what has the focus, and what the keys are for. */
export const Card = memo(function Card({
  card,
  stage,
  at,
  of,
  top,
  height,
  inTabOrder,
}: {
  card: BoardCard;
  /** null: it is closed. */
  stage: Stage | null;
  at: number;
  of: number;
  /** Where it begins in its column, and its room. */
  top: number;
  height: number;
  inTabOrder: boolean;
}) {
  const session = useSession();
  const element = useRef<HTMLLIElement>(null);
  const factsId = useId();
  const may = session.canChange.value;
  const dragging = useDraggable(element, { what: 'card', id: card.id }, may && stage !== null);
  const locale = session.locale.value;
  const who = [card.company, ...card.people].filter((name) => name !== null);
  return (
    <li
      ref={element}
      class={classes(css.place, dragging && css.dragged)}
      style={{ insetBlockStart: `${top}px`, blockSize: `${height - 8}px` }}
      data-card={card.id}
      aria-posinset={at + 1}
      aria-setsize={of}
    >
      <div class={css.card}>
        <div class={css.top}>
          <a
            class={css.title}
            href={`#/deal/${card.id}`}
            draggable={false}
            tabIndex={inTabOrder ? 0 : -1}
            data-open
            aria-describedby={factsId}
            aria-keyshortcuts={may && stage ? '[ ] 1 2 3 4 5 6 7 8 9 w l' : undefined}
          >
            <Text cut>{card.title}</Text>
          </a>
          {may && <CardMenu card={card} inTabOrder={inTabOrder} />}
        </div>
        <div id={factsId} class={css.facts}>
          {who.length > 0 && (
            <p class={css.line}>
              <Text cut>{who.join(' · ')}</Text>
              {card.blocked && <RoleChip party="blocked" reason={card.blocked.reason} />}
            </p>
          )}
          <p class={classes(css.line, css.figures)}>
            <span class={css.amount}>
              {card.amountMinor === null
                ? m.board_no_amount()
                : moneyText(card.amountMinor, card.currency, locale)}
            </span>
            {stage ? (
              <Age card={card} stage={stage} />
            ) : (
              card.closedAt !== null && <ClosedOn at={card.closedAt} />
            )}
          </p>
          <CardOwnFields card={card} />
          {stage ? <NextStep card={card} /> : <Why card={card} />}
        </div>
      </div>
    </li>
  );
});

function Age({ card, stage }: { card: BoardCard; stage: Stage }) {
  const { now } = useSession();
  const { days, stale } = ageOf(card, stage, now.value);
  const title = m.board_age_title({ days, stage: stage.name });
  return stale ? (
    <span class={css.stale} title={title}>
      <Hourglass size={12} aria-hidden="true" />
      {m.board_stale({ days })}
    </span>
  ) : (
    <span class={css.age} title={title}>
      {m.board_age({ days })}
    </span>
  );
}

function ClosedOn({ at }: { at: number }) {
  const locale = useSession().locale.value;
  return (
    <time class={css.age} dateTime={new Date(at).toISOString()}>
      {new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)}
    </time>
  );
}

function NextStep({ card }: { card: BoardCard }) {
  const { today } = useSession();
  if (!card.next)
    return (
      <p class={classes(css.line, css.none)}>
        <CircleAlert size={12} aria-hidden="true" />
        <span>{m.sidebar_no_next_step()}</span>
      </p>
    );
  const { title, dueDay } = card.next;
  const late = dueDay !== null && dueDay < today.value;
  return (
    <p class={classes(css.line, css.next)}>
      <Text cut>{title}</Text>
      {dueDay && (
        <span class={classes(css.due, late && css.late)}>
          {late && <CircleAlert size={12} aria-label={m.board_overdue()} />}
          <DayLabel day={dueDay} />
        </span>
      )}
    </p>
  );
}

/** Why a deal was lost, where somebody said so. */
const Why = ({ card }: { card: BoardCard }) =>
  card.lostReason && (
    <p class={css.line}>
      <Text cut>{card.lostReason}</Text>
    </p>
  );
