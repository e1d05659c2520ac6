import { Ban, UserRound } from 'lucide-preact';
import { wordsIn } from '../../../shared/domain/interaction/match.ts';
import type { Member } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { type Extra, Picker } from '../search/Picker.tsx';

/** Members are few; more than these of one beginning are told apart by another letter. */
const mostMembers = 5;

/** A contact or a member, found by a few letters; or nobody. */
export function PersonChoice({
  label,
  start,
  members,
  onPick,
  onLeave,
}: {
  label: string;
  start: string;
  members: readonly Member[];
  /** @param id null: nobody */
  onPick: (id: Id | null, name: string, event: Event) => void;
  onLeave: (by: 'key' | 'blur') => void;
}) {
  const extras = (query: string): Extra[] => [
    ...members
      .filter(({ role, name }) => role !== 'former' && wordsIn([name], query))
      .slice(0, mostMembers)
      .map(({ id, name }) => ({
        option: {
          id,
          icon: <UserRound size={14} aria-hidden="true" />,
          title: name,
          detail: m.record_member(),
        },
        pick: (event: Event) => onPick(id, name, event),
      })),
    ...(start
      ? [
          {
            option: { id: 'nobody', icon: <Ban size={14} aria-hidden="true" />, title: m.record_nobody() },
            pick: (event: Event) => onPick(null, '', event),
          },
        ]
      : []),
  ];
  return (
    <Picker
      noun="contact"
      label={label}
      start={start}
      extras={extras}
      onPick={({ id, title }, event) => onPick(id, title, event)}
      onLeave={onLeave}
    />
  );
}
