import type { OwnField, OwnValue } from '../../../shared/domain/rows.ts';
import type { BoardCard } from '../../messages/board.ts';
import { ownText } from '../../sidebar/own-field/ownText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Card.module.css';
import { useHands } from './hands.ts';

/** The own fields whose place is the card: a line each, so that all cards stay of one height. */
export function CardOwnFields({ card }: { card: BoardCard }) {
  const { cardFields } = useHands();
  return cardFields.map((field) => (
    <OwnLine key={field.id} field={field} value={card.own[field.key] ?? null} />
  ));
}

function OwnLine({ field, value }: { field: OwnField; value: OwnValue }) {
  const session = useSession();
  const { named } = useHands();
  const shown = ownText(field.kind, value, {
    locale: session.locale.value,
    today: session.today.value,
    named,
  });
  return (
    <p class={css.own}>
      <span class={css.label}>{field.label}</span> {shown === '' ? '–' : <Text cut>{shown}</Text>}
    </p>
  );
}
