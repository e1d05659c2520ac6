import type { ComponentChildren } from 'preact';
import type { Contact } from '../../../shared/domain/rows.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Text } from '../../ui/Text.tsx';
import { RoleChip } from '../role/RoleChip.tsx';
import { useSession } from '../shell/session.ts';
import css from './PersonRow.module.css';

/** A person as a row that opens their card. */
export function PersonRow({
  contact,
  detail,
  children,
  beside,
}: {
  contact: Contact;
  detail: string | null;
  /** What stands at the row's end. */
  children?: ComponentChildren;
  /** Beside the row: what is done with it. */
  beside?: ComponentChildren;
}) {
  const session = useSession();
  return (
    <li class={css.item}>
      <button type="button" class={css.row} onClick={() => session.open({ noun: 'contact', id: contact.id })}>
        <Avatar name={contact.name} size={24} />
        <span class={css.words}>
          <Text cut>{contact.name}</Text>
          {detail && (
            <Text cut class={css.detail}>
              {detail}
            </Text>
          )}
        </span>
        {contact.role === 'blocked' && <RoleChip party="blocked" reason={contact.roleReason} />}
        {children && <span class={css.end}>{children}</span>}
      </button>
      {beside}
    </li>
  );
}
