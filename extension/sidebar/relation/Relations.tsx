import { Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { RelationNoun } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Related } from '../../messages/state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { late } from '../../ui/late.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { RoleChip } from '../role/RoleChip.tsx';
import { errorText } from '../shell/errorText.ts';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { relationText } from './kindText.ts';
import css from './Relations.module.css';

const NewRelation = late(() => import('./NewRelation.tsx').then((part) => part.NewRelation), true);

/** How somebody stands to others, read from this end; each leads to the other. */
export function Relations({ noun, id, relations }: { noun: RelationNoun; id: Id; relations: Related[] }) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const may = session.canChange.value;
  return (
    <Section
      title={m.record_relations()}
      count={relations.length}
      action={
        may && (
          <IconButton label={m.record_relation_add()} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {adding && <NewRelation noun={noun} id={id} relations={relations} onDone={() => setAdding(false)} />}
      {relations.length === 0 && !adding && <Empty>{m.record_relation_none()}</Empty>}
      <ul>
        {relations.map((each) => (
          <RelationRow key={each.relation.id} of={each} />
        ))}
      </ul>
    </Section>
  );
}

function RelationRow({ of: { relation, outward, noun, id, name, detail, role } }: { of: Related }) {
  const session = useSession();
  const may = session.canChange.value;
  const remove = async (event: Event) => {
    const outcome = await session.act(event, 'relation.remove', { id: relation.id });
    if (!outcome.ok) return;
    const { fromNoun, fromId, kind, toNoun, toId, note } = relation;
    session.toasts.show({
      tone: 'plain',
      text: m.record_relation_removed({ name }),
      action: {
        label: m.words_undo(),
        // What was removed is gone for every mirror: the same relation is made anew.
        run: (click) =>
          void session.act(click, 'relation.add', {
            ...{ id: newId(), fromNoun, fromId, kind, toNoun, toId, note },
          }),
      },
    });
  };
  return (
    <li class={css.relation} data-relation={relation.kind}>
      <div class={css.line}>
        <span class={css.kind}>{relationText(relation.kind, outward)}</span>
        <Button look="link" class={css.name} onClick={() => session.open({ noun, id })}>
          <Text>{name}</Text>
        </Button>
        {role === 'blocked' && <RoleChip party={role} reason={null} />}
        {detail && (
          <Text cut class={css.detail}>
            {detail}
          </Text>
        )}
        {may && (
          <IconButton
            label={m.record_relation_remove({ name })}
            class={css.remove}
            onClick={(event) => void remove(event)}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {(relation.note || may) && (
        <FieldList
          label={m.record_relation_note_of({ name })}
          fields={[
            {
              id: `note ${relation.id}`,
              label: m.record_relation_note(),
              value: relation.note ?? '',
              invite: m.words_add(),
              maxLength: limits.reason,
              ...(may && {
                save: async (typed: string, event: Event) => {
                  const input = { id: relation.id, fields: { note: typed.trim() || null } };
                  const outcome = await session.act(event, 'relation.edit', input, true);
                  return outcome.ok ? null : errorText(outcome.code);
                },
              }),
            },
          ]}
        />
      )}
    </li>
  );
}
