import type { Contact } from '../../../shared/domain/rows.ts';
import { PersonRow } from '../person/PersonRow.tsx';

/** People as rows that open their cards. */
export function PersonRows({ contacts }: { contacts: Contact[] }) {
  return (
    <ul>
      {contacts.map((contact) => (
        <PersonRow key={contact.id} contact={contact} detail={contact.title} />
      ))}
    </ul>
  );
}
