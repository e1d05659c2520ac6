import { ChevronDown } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NamedDeal } from '../../messages/state.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './LogBar.module.css';

/** Which deals a log is about: several may be, none is never guessed. Several open ones and none chosen: the line asks. */
export function DealPicker({
  open,
  chosen,
  asks,
  focus,
  onChoose,
}: {
  open: readonly NamedDeal[];
  chosen: readonly NamedDeal[];
  asks: boolean;
  /** A key for logging leads here. */
  focus?: boolean;
  onChoose: (dealIds: string[], event: Event) => void;
}) {
  if (open.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  const said = asks ? m.sidebar_several_deals({ count: open.length }) : m.sidebar_change_deal();
  return (
    <Menu
      label={said}
      title={m.sidebar_choose_deal()}
      class={asks ? css.asks : css.deal}
      {...(focus && { focus: 'log' })}
      trigger={
        <>
          <span class={css.dealName}>{said}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      items={[
        ...open.map((deal) => ({
          id: deal.id,
          text: deal.title,
          label: <Text>{deal.title}</Text>,
          role: 'switch' as const,
          checked: ids.includes(deal.id),
          onPick: (event: Event) =>
            onChoose(ids.includes(deal.id) ? ids.filter((id) => id !== deal.id) : [...ids, deal.id], event),
        })),
        {
          id: 'none',
          label: m.sidebar_no_deal(),
          role: 'switch' as const,
          checked: chosen.length === 0 && !asks,
          onPick: (event: Event) => onChoose([], event),
        },
      ]}
    />
  );
}
