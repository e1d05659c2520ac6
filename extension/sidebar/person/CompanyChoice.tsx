import { Ban, Plus } from 'lucide-preact';
import { noOrigin } from '../../../shared/domain/row.ts';
import type { Company } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Done } from '../../ui/field.ts';
import { type Extra, Picker } from '../search/Picker.tsx';
import { newId } from '../shell/newId.ts';
import type { Outcome } from '../shell/outcome.ts';
import { useSession } from '../shell/session.ts';

/** Where somebody works, or whom a deal is with: one of the known companies, a new one of the typed name, or none. */
export function CompanyChoice({
  set,
  company,
  onDone,
}: {
  set: (event: Event, companyId: Id | null) => Promise<Outcome<unknown>>;
  company: Company | null;
  onDone: (how: Done) => void;
}) {
  const session = useSession();
  const works = async (event: Event, companyId: Id | null, name: string) => {
    const outcome = await set(event, companyId);
    onDone({ saved: outcome.ok ? name : null, keyboard: event instanceof KeyboardEvent });
  };
  const found = async (event: Event, name: string) => {
    const id = newId();
    const none = { industry: null, city: null, country: null, phone: null, website: null, ownerId: null };
    const outcome = await session.act(event, 'company.add', {
      ...none,
      id,
      name,
      domains: [],
      own: {},
      origin: { ...noOrigin, channel: 'manual' },
    });
    if (outcome.ok) await works(event, id, name);
  };
  const extras = (query: string): Extra[] => [
    ...(query && query !== company?.name
      ? [
          {
            option: {
              id: 'new',
              icon: <Plus size={14} aria-hidden="true" />,
              title: m.sidebar_new_company({ name: query }),
            },
            pick: (event: Event) => void found(event, query),
          },
        ]
      : []),
    ...(company
      ? [
          {
            option: {
              id: 'none',
              icon: <Ban size={14} aria-hidden="true" />,
              title: m.sidebar_no_company(),
            },
            pick: (event: Event) => void works(event, null, ''),
          },
        ]
      : []),
  ];
  return (
    <Picker
      noun="company"
      label={m.sidebar_choose_company()}
      start={company?.name ?? ''}
      extras={extras}
      onPick={({ id, title }, event) => void works(event, id, title)}
      onLeave={(by) => onDone({ saved: null, keyboard: by === 'key' })}
    />
  );
}
