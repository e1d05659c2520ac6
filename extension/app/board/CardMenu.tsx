import { Ellipsis } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { BoardCard } from '../../messages/board.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './Card.module.css';
import { useHands } from './hands.ts';

/** Whatever dragging does, by keys or a tap: to any stage, won, lost, open again. */
export function CardMenu({ card, inTabOrder }: { card: BoardCard; inTabOrder: boolean }) {
  const hands = useHands();
  const items = (): MenuItem[] => [
    ...(card.state === 'open'
      ? [
          ...hands.stages.map((stage, i) => ({
            id: stage.id,
            text: stage.name,
            label: (
              <>
                {m.board_move_to()} <Text>{stage.name}</Text>
              </>
            ),
            detail: i < 9 ? String(i + 1) : undefined,
            checked: stage.id === card.stageId,
            onPick: (event: Event) => hands.move(event, card, stage),
          })),
          {
            id: 'won',
            label: m.sidebar_close_won(),
            detail: 'W',
            onPick: (event: Event) => hands.win(event, card),
          },
          { id: 'lost', label: m.sidebar_close_lost(), detail: 'L', onPick: () => hands.lose(card) },
        ]
      : [{ id: 'reopen', label: m.sidebar_reopen(), onPick: (event: Event) => hands.reopen(event, card) }]),
    {
      id: 'remove',
      label: m.board_remove_deal(),
      danger: true,
      onPick: (event) => hands.remove(event, card),
    },
  ];
  return (
    <Menu
      label={m.sidebar_deal_actions({ deal: card.title })}
      class={css.menu}
      tabIndex={inTabOrder ? 0 : -1}
      trigger={<Ellipsis size={16} aria-hidden="true" />}
      items={items}
    />
  );
}
