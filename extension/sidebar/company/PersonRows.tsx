import type { Contact } from '../../../shared/domain/rows.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './PersonRows.module.css';

/** People as rows that open their cards. */
export function PersonRows({ contacts }: { contacts: Contact[] }) {
  const session = useSession();
  return (
    <ul class={css.list}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <button
            type="button"
            class={css.row}
            onClick={() => session.open({ noun: 'contact', id: contact.id })}
          >
            <Avatar name={contact.name} size={24} />
            <span class={css.words}>
              <Text cut>{contact.name}</Text>
              {contact.title && (
                <Text cut class={css.title}>
                  {contact.title}
                </Text>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
