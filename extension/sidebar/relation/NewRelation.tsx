import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { type RelationKind, type RelationNoun, relationKinds } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Found, Related } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Picker } from '../search/Picker.tsx';
import { errorText } from '../shell/errorText.ts';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { relationText } from './kindText.ts';
import own from './Relations.module.css';

type Way = { kind: RelationKind; outward: boolean };
const ways: Way[] = [true, false].flatMap((outward) => relationKinds.map((kind) => ({ kind, outward })));
const wayId = ({ kind, outward }: Way): string => `${outward ? 'to' : 'from'} ${kind}`;

/** How, with whom, and a note: read from here either way, "supplies" or "is supplied by". */
export function NewRelation({
  noun,
  id,
  relations,
  onDone,
}: {
  noun: RelationNoun;
  id: Id;
  relations: Related[];
  onDone: () => void;
}) {
  const session = useSession();
  const [way, setWay] = useState<Way>({ kind: noun === 'contact' ? 'works-at' : 'supplies', outward: true });
  const [other, setOther] = useState<Found | null>(null);
  const [choosing, choose] = useState(true);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const save = async (event: Event) => {
    if (!other) return setError(m.record_relation_needs_end());
    if (other.id === id) return setError(m.record_relation_self());
    if (
      relations.some(
        (each) => each.id === other.id && each.relation.kind === way.kind && each.outward === way.outward,
      )
    )
      return setError(m.record_relation_there());
    const here = { noun, id };
    const [from, to] = way.outward ? [here, other] : [other, here];
    const input = {
      id: newId(),
      kind: way.kind,
      note: note.trim() || null,
      ...{ fromNoun: from.noun, fromId: from.id, toNoun: to.noun, toId: to.id },
    };
    const outcome = await session.act(event, 'relation.add', input, true);
    if (!outcome.ok) return setError(errorText(outcome.code));
    session.toasts.show({
      tone: 'plain',
      text: m.record_relation_added({ name: other.title }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'relation.remove', { id: input.id }),
      },
    });
    onDone();
  };
  return (
    <Form label={m.record_relation_add()} onSave={(event) => void save(event)} onCancel={onDone}>
      <Labelled label={m.record_relation_how()}>
        <select
          class={css.input}
          ref={first}
          value={wayId(way)}
          onChange={({ currentTarget }) =>
            setWay(ways.find((each) => wayId(each) === currentTarget.value) ?? way)
          }
        >
          {ways.map((each) => (
            <option key={wayId(each)} value={wayId(each)}>
              {relationText(each.kind, each.outward)}
            </option>
          ))}
        </select>
      </Labelled>
      {other && !choosing ? (
        <p class={own.chosen}>
          <Button onClick={() => choose(true)}>{m.record_relation_chosen({ name: other.title })}</Button>
        </p>
      ) : (
        <Picker
          noun={null}
          focus={other !== null}
          label={m.record_relation_with()}
          start={other?.title ?? ''}
          onPick={(found) => {
            setOther(found);
            setError(null);
            choose(false);
          }}
          onLeave={() => other && choose(false)}
        />
      )}
      <TextField label={m.record_relation_note()} maxLength={limits.reason} value={note} onText={setNote} />
      {error && (
        <p class={css.error} role="alert">
          {error}
        </p>
      )}
      <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={onDone} />
    </Form>
  );
}
