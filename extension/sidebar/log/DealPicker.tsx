import { ChevronDown } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogTarget } from '../../messages/state.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './LogBar.module.css';

/** Which deal the log goes to. Several open deals are never guessed between: the line asks. */
export function DealPicker({ target }: { target: LogTarget }) {
  const { ask } = useSession();
  if (target.deals.length === 0) return null;
  const choose = (dealId: string | null) => ask('chooseDeal', { dealId });
  const asks = target.basis === 'several';
  const said = asks ? m.sidebar_several_deals({ count: target.deals.length }) : m.sidebar_change_deal();
  return (
    <Menu
      label={said}
      title={m.sidebar_choose_deal()}
      class={asks ? css.asks : css.deal}
      trigger={
        <>
          <span class={css.dealName}>{said}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      items={[
        ...target.deals.map((deal) => ({
          id: deal.id,
          text: deal.title,
          label: <Text>{deal.title}</Text>,
          checked: target.deal?.id === deal.id,
          onPick: () => choose(deal.id),
        })),
        {
          id: 'none',
          label: m.sidebar_no_deal(),
          checked: target.deal === null && !asks,
          onPick: () => choose(null),
        },
      ]}
    />
  );
}
