import { limits } from '../../../shared/domain/limits.ts';
import type { Member, Origin } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { webLink } from '../../sidebar/person/otherKeyRows.tsx';
import type { Field } from '../../ui/field.ts';

/** Answers with a sentence when it was refused; null: may not be changed. */
type Save = ((text: string, event: Event) => Promise<string | null>) | null;

/** A line of text; emptied, it is cleared. */
export const textField = (
  id: string,
  label: string,
  value: string | null,
  save: Save,
  more: Partial<Field> = {},
): Field => ({
  id,
  label,
  value: value ?? '',
  invite: m.words_add(),
  maxLength: limits.title,
  ...(save && { save: (typed, event) => save(typed.trim(), event) }),
  ...more,
});

export const ownerField = (ownerId: string | null, members: readonly Member[], save: Save): Field => ({
  id: 'owner',
  label: m.words_owner(),
  value: ownerId ?? '',
  shown: members.find(({ id }) => id === ownerId)?.name ?? '',
  invite: m.words_add(),
  options: [
    { value: '', label: m.sidebar_no_owner() },
    ...members
      .filter(({ id, role }) => role !== 'former' || id === ownerId)
      .map(({ id, name }) => ({ value: id, label: name })),
  ],
  ...(save && { save }),
});

/** Where it came from: never changed by hand. */
export const sourceField = (origin: Origin): Field => ({
  id: 'source',
  label: m.words_source(),
  value: [origin.channel, origin.campaign, origin.referrer].filter(Boolean).join(' · '),
  ...(origin.page && { title: origin.page }),
  beside: webLink(origin.page),
});
