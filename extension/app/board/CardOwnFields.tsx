import type { BoardCard } from '../../messages/board.ts';
import { ownText } from '../../sidebar/own-field/ownText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Card.module.css';
import { useHands } from './hands.ts';
import { filledOf } from './heights.ts';

/** The own fields whose place is the card, where the deal says something of them. */
export function CardOwnFields({ card }: { card: BoardCard }) {
  const { locale, today } = useSession();
  const { cardFields, named } = useHands();
  return filledOf(card, cardFields).map((field) => (
    <p key={field.id} class={css.own}>
      <span class={css.label}>{field.label}</span>{' '}
      <Text cut>
        {ownText(field.kind, card.own[field.key] ?? null, {
          locale: locale.value,
          today: today.value,
          named,
        })}
      </Text>
    </p>
  ));
}
