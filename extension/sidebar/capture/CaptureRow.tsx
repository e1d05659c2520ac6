import { Check, ChevronRight } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Likely } from '../../messages/pairs.ts';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Text } from '../../ui/Text.tsx';
import { whyText } from '../alike/reasonText.ts';
import { keyKindText } from '../person/keyKindText.ts';
import css from './CaptureRow.module.css';
import type { Pointing } from './usePointing.ts';

type Shown = { person: PersonOnScreen; pointing: Pointing };

const Words = ({ name, detail }: { name: string; detail: string }) => (
  <span class={css.words}>
    <Text cut>{name}</Text>
    {detail && (
      <Text cut class={css.detail}>
        {detail}
      </Text>
    )}
  </span>
);

/** Somebody of the page who is in the CRM: a way to their card. */
export function KnownRow({ person, pointing, onOpen }: Shown & { onOpen: () => void }) {
  const changes = person.differences.length;
  return (
    <li {...pointing}>
      <button type="button" class={css.row} onClick={onOpen}>
        <Check size={16} class={css.tick} aria-hidden="true" />
        <Avatar name={person.name} size={24} />
        <Words name={person.name} detail={person.contact?.title ?? titleOf(person)} />
        {changes > 0 ? (
          <Chip tone="info" title={m.capture_in_crm()}>
            {m.capture_changes({ count: changes })}
          </Chip>
        ) : (
          <Chip tone="success">{m.capture_in_crm()}</Chip>
        )}
      </button>
    </li>
  );
}

/** Somebody of the page who can be added, ticked or not. */
export function NewRow({
  person,
  pointing,
  ticked,
  likely,
  onToggle,
  onOpen,
}: Shown & {
  ticked: boolean;
  /** Who is there already and may be the same. */
  likely: Likely | null;
  onToggle: () => void;
  onOpen: () => void;
}) {
  const { maybe } = person;
  const basis = maybe?.match.basis[0];
  const reason = basis
    ? keyKindText(basis.key.kind)
    : likely
      ? whyText(likely.reasons)
      : m.sidebar_same_name();
  const name = maybe?.contact.name ?? likely?.name ?? null;
  return (
    <li class={css.item} {...pointing}>
      <label class={css.row}>
        <input type="checkbox" checked={ticked} onChange={onToggle} />
        <Avatar name={person.name} size={24} />
        <Words name={person.name} detail={name ? m.capture_may_be({ name, reason }) : titleOf(person)} />
      </label>
      <IconButton label={m.capture_check_first({ name: person.name })} onClick={onOpen}>
        <ChevronRight size={16} class={css.turn} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

const titleOf = ({ sighting, email, name }: PersonOnScreen): string =>
  sighting.fields.title?.value ?? (email === name ? '' : (email ?? ''));
