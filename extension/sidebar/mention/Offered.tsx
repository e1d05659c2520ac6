import { UserRound } from 'lucide-preact';
import type { Member } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import unseen from '../../ui/unseen.module.css';
import { Options } from '../search/Options.tsx';
import css from './Offered.module.css';

/** Teammates who can be mentioned, above the box that asks for them. */
export function Offered({
  id,
  members,
  at,
  onAt,
  onPick,
}: {
  id: string;
  members: Member[];
  at: number;
  onAt: (index: number) => void;
  onPick: (index: number) => void;
}) {
  return (
    <>
      <Options
        id={id}
        label={m.task_mention_offer()}
        class={css.list}
        options={members.map((member) => ({
          id: member.id,
          icon: <UserRound size={14} aria-hidden="true" />,
          title: member.name,
          detail: member.email,
        }))}
        at={at}
        hidden={members.length === 0}
        onAt={onAt}
        onPick={onPick}
      />
      <p role="status" class={unseen.unseen}>
        {members.length > 0 ? m.sidebar_found_count({ count: members.length }) : ''}
      </p>
    </>
  );
}
