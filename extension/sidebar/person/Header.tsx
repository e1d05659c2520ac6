import { ChevronDown, Lock } from 'lucide-preact';
import { lifeCycles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen, PersonView } from '../../messages/state.ts';
import { Address } from '../../ui/Address.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { Blocked } from '../role/Blocked.tsx';
import { RoleChip } from '../role/RoleChip.tsx';
import { Ago } from '../shell/Ago.tsx';
import { RecordLink } from '../shell/RecordLink.tsx';
import { useSession } from '../shell/session.ts';
import css from './Header.module.css';
import { lifeCycleText, lifeCycleTone } from './lifeCycleText.ts';
import { NextStep } from './NextStep.tsx';

/** Who this is, at a glance: name, role, company, life cycle, and when somebody last spoke with them. */
export function Header({
  view,
  person,
  onAddTask,
}: {
  view: PersonView;
  person?: PersonOnScreen | undefined;
  onAddTask: () => void;
}) {
  const session = useSession();
  const { contact, company } = view;
  const last = view.timeline.find((entry) => entry.interaction.occurredAt === view.lastContactAt);
  return (
    <header class={css.header}>
      <Avatar name={contact.name} />
      <div class={css.lines}>
        <h1 class={css.name}>
          <Text cut>{contact.name}</Text>
        </h1>
        <div class={css.role}>
          <div class={css.roles}>
            {contact.title && (
              <span class={css.part}>
                <Text cut>{contact.title}</Text>
              </span>
            )}
            {company && (
              <span class={css.part}>
                <button
                  type="button"
                  class={css.company}
                  title={company.name}
                  onClick={() => session.open({ noun: 'company', id: company.id })}
                >
                  <Text cut>{company.name}</Text>
                </button>
              </span>
            )}
            {!contact.title && !company && (
              <span class={css.part}>
                <Address>{person?.email ?? emailOf(view) ?? ''}</Address>
              </span>
            )}
          </div>
        </div>
      </div>
      <RecordLink noun="contact" id={contact.id} />
      <div class={css.facts}>
        <LifeCycleChip view={view} />
        {contact.role && contact.role !== contact.lifeCycle && (
          <RoleChip party={contact.role} reason={contact.roleReason} />
        )}
        {contact.privateTo && (
          <Chip title={m.sidebar_audience_contact_private()}>
            <Lock size={10} aria-hidden="true" /> {m.sidebar_private()}
          </Chip>
        )}
        <span class={css.last} title={m.sidebar_derived()}>
          {view.lastContactAt === null ? (
            m.sidebar_no_contact_yet()
          ) : (
            <>
              {m.sidebar_last_contact()} <Ago at={view.lastContactAt} />
              {last && ` · ${m.sidebar_by({ who: last.byMe ? m.sidebar_you() : last.by })}`}
            </>
          )}
        </span>
      </div>
      <Blocked party={contact} company={company} />
      <NextStep tasks={view.tasks} onAdd={onAddTask} />
    </header>
  );
}

const emailOf = ({ contact }: PersonView) => contact.keys.find((key) => key.kind === 'email')?.value;

function LifeCycleChip({ view: { contact } }: { view: PersonView }) {
  const session = useSession();
  const chip = <Chip tone={lifeCycleTone[contact.lifeCycle]}>{lifeCycleText(contact.lifeCycle)}</Chip>;
  if (!session.canChange.value) return chip;
  return (
    <Menu
      label={m.sidebar_life_cycle_is({ name: lifeCycleText(contact.lifeCycle) })}
      class={css.cycle}
      trigger={
        <Chip tone={lifeCycleTone[contact.lifeCycle]}>
          {lifeCycleText(contact.lifeCycle)}
          <ChevronDown size={10} aria-hidden="true" />
        </Chip>
      }
      items={() =>
        lifeCycles.map((lifeCycle) => ({
          id: lifeCycle,
          label: lifeCycleText(lifeCycle),
          checked: lifeCycle === contact.lifeCycle,
          onPick: (event) =>
            void session.act(event, 'contact.edit', { id: contact.id, fields: { lifeCycle } }),
        }))
      }
    />
  );
}
