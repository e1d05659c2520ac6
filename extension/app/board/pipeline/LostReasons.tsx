import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../../../shared/domain/limits.ts';
import type { Pipeline } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import form from '../../../ui/form.module.css';
import { Labelled } from '../../../ui/Labelled.tsx';
import css from './Arrange.module.css';
import type { OnChange } from './StageLine.tsx';

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, limits.name))
      .filter(Boolean),
  ),
];

/** What is offered when a deal is lost, a line each. */
export function LostReasons({
  pipeline,
  may,
  onChange,
}: {
  pipeline: Pipeline;
  may: boolean;
  onChange: OnChange;
}) {
  const known = pipeline.lostReasons.join('\n');
  const [text, setText] = useState(known);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setText(known), [known]);
  const save = async (event: Event) => {
    const lostReasons = linesOf(text);
    if (lostReasons.length > limits.keys) return setError(m.board_too_many_reasons({ most: limits.keys }));
    if (lostReasons.join('\n') === known) return setError(null);
    setError(
      await onChange(event, [{ verb: 'pipeline.edit', input: { id: pipeline.id, fields: { lostReasons } } }]),
    );
  };
  return (
    <div class={css.reasons}>
      <Labelled label={m.board_lost_reasons()} error={error}>
        <textarea
          class={form.input}
          dir="auto"
          rows={4}
          disabled={!may}
          placeholder={m.board_lost_reasons_usual()}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={(event) => void save(event)}
        />
      </Labelled>
    </div>
  );
}
