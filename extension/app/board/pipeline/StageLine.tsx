import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { limits } from '../../../../shared/domain/limits.ts';
import type { Stage } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../../shared/kit/id.ts';
import type { Input } from '../../../../shared/sync/mutation.ts';
import type { BoardView } from '../../../messages/board.ts';
import type { Calls } from '../../../messages/calls.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { useDraggable, useDropTarget } from '../drag.ts';
import css from './Arrange.module.css';
import { ColourChoice } from './ColourChoice.tsx';
import { LineInput } from './LineInput.tsx';
import { RemoveStage } from './RemoveStage.tsx';
import { RequiresChoice } from './RequiresChoice.tsx';

export type OnChange = (event: Event, changes: Calls['actAll']['in']['changes']) => Promise<string | null>;

const wholeNumber = (text: string, least: number, most: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

/** One stage as it is arranged: its place by dragging or by buttons, and what it is. */
export function StageLine({
  stage,
  at,
  view,
  may,
  onPlace,
  onDropped,
  onChange,
}: {
  stage: Stage;
  at: number;
  view: BoardView;
  may: boolean;
  onPlace: (event: Event, to: number) => void;
  /** Another stage was dropped on this one. */
  onDropped: (event: Event, id: Id) => void;
  onChange: OnChange;
}) {
  const line = useRef<HTMLLIElement>(null);
  const [removing, setRemoving] = useState(false);
  const dragging = useDraggable(line, { what: 'stage', id: stage.id }, may);
  const over = useDropTarget(line, 'stage', (id, event) => onDropped(event, id));
  const edit = (event: Event, fields: Input<'stage.edit'>['fields']) =>
    onChange(event, [{ verb: 'stage.edit', input: { id: stage.id, fields } }]);
  const { name } = stage;
  return (
    <li ref={line} class={classes(css.stage, dragging && css.dragged, over && css.over)}>
      <div class={css.line}>
        {may && (
          <span class={css.moves}>
            <GripVertical size={14} aria-hidden="true" class={css.grip} />
            <IconButton
              label={m.board_stage_up({ stage: name })}
              disabled={at === 0}
              onClick={(event) => onPlace(event, at - 1)}
            >
              <ArrowUp size={14} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={m.board_stage_down({ stage: name })}
              disabled={at === view.stages.length - 1}
              onClick={(event) => onPlace(event, at + 1)}
            >
              <ArrowDown size={14} aria-hidden="true" />
            </IconButton>
          </span>
        )}
        <ColourChoice stage={stage} may={may} onPick={(event, colour) => void edit(event, { colour })} />
        <span class={css.name}>
          <LineInput
            label={m.board_stage_name({ at: at + 1 })}
            value={name}
            maxLength={limits.name}
            disabled={!may}
            onSave={async (text, event) => (text ? edit(event, { name: text }) : m.board_needs_name())}
          />
        </span>
        <span class={css.short}>
          <span class={css.label} aria-hidden="true">
            {m.board_probability_short()}
          </span>
          <LineInput
            label={m.board_probability_of({ stage: name })}
            value={String(stage.probability)}
            numeric
            disabled={!may}
            onSave={async (text, event) => {
              const probability = wholeNumber(text, 0, 100);
              return probability === null ? m.board_not_percent() : edit(event, { probability });
            }}
          />
        </span>
        <span class={css.short}>
          <span class={css.label} aria-hidden="true">
            {m.board_stale_days()}
          </span>
          <LineInput
            label={m.board_stale_days_of({ stage: name })}
            value={stage.staleDays === null ? '' : String(stage.staleDays)}
            numeric
            disabled={!may}
            placeholder="–"
            onSave={async (text, event) => {
              const staleDays = text ? wholeNumber(text, 1, 3_650) : null;
              return text && staleDays === null ? m.board_not_days() : edit(event, { staleDays });
            }}
          />
        </span>
        <RequiresChoice
          stage={stage}
          ownFields={view.ownFields}
          may={may}
          onPick={(event, requires) => void edit(event, { requires })}
        />
        {may && (
          <IconButton
            label={m.board_remove_stage({ stage: name })}
            aria-expanded={removing}
            onClick={() => setRemoving(!removing)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {removing && (
        <RemoveStage stage={stage} view={view} onChange={onChange} onLeave={() => setRemoving(false)} />
      )}
    </li>
  );
}
