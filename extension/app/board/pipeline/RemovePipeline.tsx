import { useState } from 'preact/hooks';
import type { Pipeline } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../../messages/board.ts';
import { Button } from '../../../ui/Button.tsx';
import form from '../../../ui/form.module.css';
import { Labelled } from '../../../ui/Labelled.tsx';
import css from './Arrange.module.css';
import type { OnChange } from './StageLine.tsx';

/** Its stages hand their deals to a stage of another pipeline, then it goes: all in one transaction. */
export function RemovePipeline({
  pipeline,
  view,
  onChange,
  onLeave,
  onRemoved,
}: {
  pipeline: Pipeline;
  view: BoardView;
  onChange: OnChange;
  onLeave: () => void;
  onRemoved: () => void;
}) {
  const others = view.otherStages;
  const [moveTo, setMoveTo] = useState(others[0]?.id ?? '');
  const [error, setError] = useState<string | null>(null);
  const count = view.stages.reduce((sum, { id }) => sum + (view.inStage[id] ?? 0), 0);
  const remove = async (event: Event) => {
    const wrong = await onChange(event, [
      ...view.stages.map(({ id }) => ({
        verb: 'stage.remove' as const,
        input: { id, moveTo: moveTo || null },
      })),
      { verb: 'pipeline.remove', input: { id: pipeline.id } },
    ]);
    if (wrong) setError(wrong);
    else onRemoved();
  };
  const why =
    view.pipelines.length < 2
      ? m.board_last_pipeline()
      : count > 0 && others.length === 0
        ? m.board_no_other_stage()
        : null;
  if (why)
    return (
      <p class={css.removing} role="status">
        {why}
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question inside a dialog, no form of its own
    <div class={css.removing} role="group" aria-label={m.board_remove_pipeline()}>
      {count > 0 && (
        <Labelled label={m.board_deals_go_to({ count })} error={error}>
          <select
            class={form.input}
            value={moveTo}
            onChange={(event) => setMoveTo(event.currentTarget.value)}
          >
            {others.map(({ id, name, pipeline: of }) => (
              <option key={id} value={id}>
                {m.board_stage_in({ stage: name, pipeline: of })}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <div class={form.buttons}>
        <Button look="danger" onClick={(event) => void remove(event)}>
          {m.board_remove_this({ name: pipeline.name })}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {m.words_cancel()}
        </Button>
      </div>
    </div>
  );
}
