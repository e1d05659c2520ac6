import { useState } from 'preact/hooks';
import type { Stage } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../../messages/board.ts';
import { Button } from '../../../ui/Button.tsx';
import form from '../../../ui/form.module.css';
import { Labelled } from '../../../ui/Labelled.tsx';
import css from './Arrange.module.css';
import type { OnChange } from './StageLine.tsx';

/** Where its deals go, said before it is removed. */
export function RemoveStage({
  stage,
  view,
  onChange,
  onLeave,
}: {
  stage: Stage;
  view: BoardView;
  onChange: OnChange;
  onLeave: () => void;
}) {
  const others = view.stages.filter(({ id }) => id !== stage.id);
  const at = view.stages.indexOf(stage);
  const [moveTo, setMoveTo] = useState((view.stages[at - 1] ?? view.stages[at + 1])?.id ?? '');
  const [error, setError] = useState<string | null>(null);
  const count = view.inStage[stage.id] ?? 0;
  const remove = async (event: Event) =>
    setError(
      await onChange(event, [{ verb: 'stage.remove', input: { id: stage.id, moveTo: moveTo || null } }]),
    );
  if (others.length === 0 && count > 0)
    return (
      <p class={css.removing} role="status">
        {m.board_last_stage()}
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question inside a list, no form of its own
    <div class={css.removing} role="group" aria-label={m.board_remove_stage({ stage: stage.name })}>
      {others.length > 0 && (
        <Labelled label={m.board_deals_go_to({ count })} error={error}>
          <select
            class={form.input}
            value={moveTo}
            onChange={(event) => setMoveTo(event.currentTarget.value)}
          >
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <div class={form.buttons}>
        <Button look="danger" onClick={(event) => void remove(event)}>
          {m.board_remove()}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {m.words_cancel()}
        </Button>
      </div>
    </div>
  );
}
