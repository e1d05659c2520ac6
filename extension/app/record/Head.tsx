import { ChevronDown, Lock } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { type Company, type Contact, lifeCycles, type PartyRole } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { lifeCycleText, lifeCycleTone } from '../../sidebar/person/lifeCycleText.ts';
import { Blocked } from '../../sidebar/role/Blocked.tsx';
import { RoleChip } from '../../sidebar/role/RoleChip.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './Record.module.css';

/** What the page is of: name, what they are to us, and what can be done with the whole of it. */
export function Head({
  name,
  square = false,
  under,
  role = null,
  roleReason = null,
  isSaid = false,
  blockedCompany,
  chips,
  items,
}: {
  name: string;
  square?: boolean;
  under: ComponentChildren;
  role?: PartyRole | null;
  roleReason?: string | null;
  /** The life cycle says the same. */
  isSaid?: boolean;
  blockedCompany?: Company | null;
  chips?: ComponentChildren;
  items: (MenuItem | null | false)[];
}) {
  return (
    <header class={css.head}>
      <Avatar name={name} square={square} />
      <div class={css.names}>
        <h1 class={css.name}>
          <Text>{name}</Text>
        </h1>
        <div class={css.under}>{under}</div>
      </div>
      {items.some(Boolean) && (
        <Menu label={m.record_actions({ name })} class={css.more} trigger="⋯" items={items} />
      )}
      <div class={css.chips}>
        {chips}
        {role && !isSaid && <RoleChip party={role} reason={roleReason} />}
      </div>
      <Blocked party={{ role, roleReason }} company={blockedCompany} />
    </header>
  );
}

/** How far a sale has come with somebody, changed by one pick. */
export function LifeCycle({ contact: { id, lifeCycle } }: { contact: Contact }) {
  const session = useSession();
  const text = lifeCycleText(lifeCycle);
  if (!session.canChange.value) return <Chip tone={lifeCycleTone[lifeCycle]}>{text}</Chip>;
  return (
    <Menu
      label={m.sidebar_life_cycle_is({ name: text })}
      class={css.cycle}
      trigger={
        <Chip tone={lifeCycleTone[lifeCycle]}>
          {text}
          <ChevronDown size={10} aria-hidden="true" />
        </Chip>
      }
      items={lifeCycles.map((each) => ({
        id: each,
        label: lifeCycleText(each),
        checked: each === lifeCycle,
        onPick: (event) => void session.act(event, 'contact.edit', { id, fields: { lifeCycle: each } }),
      }))}
    />
  );
}

export const PrivateChip = () => (
  <Chip title={m.record_private_hint()}>
    <Lock size={10} aria-hidden="true" /> {m.sidebar_private()}
  </Chip>
);
