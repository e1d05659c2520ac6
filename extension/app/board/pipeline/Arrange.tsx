import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { limits } from '../../../../shared/domain/limits.ts';
import { placeAfter, placeAt } from '../../../../shared/domain/stage/place.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../../shared/kit/id.ts';
import type { BoardView } from '../../../messages/board.ts';
import type { Calls } from '../../../messages/calls.ts';
import { errorText } from '../../../sidebar/shell/errorText.ts';
import { newId } from '../../../sidebar/shell/newId.ts';
import { useSession } from '../../../sidebar/shell/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import css from './Arrange.module.css';
import { LineInput } from './LineInput.tsx';
import { LostReasons } from './LostReasons.tsx';
import { RemovePipeline } from './RemovePipeline.tsx';
import { StageLine } from './StageLine.tsx';

type Changes = Calls['actAll']['in']['changes'];

/** A pipeline and its stages, for those who may change them; the others see how it is made. */
export function Arrange({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const session = useSession();
  const [, go] = useLocation();
  const [said, setSaid] = useState('');
  const [removing, setRemoving] = useState(false);
  const { stages } = view;
  const pipeline = view.pipelines.find(({ id }) => id === view.pipelineId);
  const may = view.mayArrange && session.canChange.value;

  const change = async (event: Event, changes: Changes): Promise<string | null> => {
    if (changes.length === 0) return null;
    const outcome = await session.change(event, () => session.client.call('actAll', { changes }), true);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const place = async (event: Event, id: Id, to: number) => {
    const moved = placeAt(stages, id, to);
    const error = await change(
      event,
      moved.map(({ id, position }) => ({ verb: 'stage.edit', input: { id, fields: { position } } })),
    );
    const name = stages.find((stage) => stage.id === id)?.name ?? '';
    if (moved.length > 0)
      setSaid(error ?? m.board_stage_placed({ stage: name, at: to + 1, all: stages.length }));
  };
  const addStage = async (event: Event) => {
    if (!pipeline) return;
    const input = {
      id: newId(),
      pipelineId: pipeline.id,
      name: m.board_new_stage(),
      position: placeAfter(stages),
      probability: 50,
      colour: null,
      requires: [],
      staleDays: null,
    };
    setSaid((await change(event, [{ verb: 'stage.add', input }])) ?? m.board_stage_added());
  };
  const addPipeline = async (event: Event) => {
    const id = newId();
    const add = {
      verb: 'pipeline.add' as const,
      input: {
        id,
        name: m.board_new_pipeline(),
        position: placeAfter(view.pipelines),
        lostReasons: pipeline?.lostReasons ?? [],
      },
    };
    const copies = stages.map(({ name, position, probability, colour, requires, staleDays }) => ({
      verb: 'stage.add' as const,
      input: { id: newId(), pipelineId: id, name, position, probability, colour, requires, staleDays },
    }));
    const error = await change(event, [add, ...copies]);
    if (error) setSaid(error);
    else go(`/board/${id}`);
  };

  return (
    <Dialog title={m.board_arrange()} close={m.words_close()} onClose={onClose} wide>
      {!view.mayArrange && <Strip tone="info">{m.board_arrange_not()}</Strip>}
      {pipeline && (
        <>
          <h3 class={css.heading}>{m.board_pipeline_name()}</h3>
          <LineInput
            key={pipeline.id}
            label={m.board_pipeline_name()}
            value={pipeline.name}
            maxLength={limits.name}
            disabled={!may}
            onSave={async (name, event) =>
              name
                ? change(event, [{ verb: 'pipeline.edit', input: { id: pipeline.id, fields: { name } } }])
                : m.board_needs_name()
            }
          />
          <h3 class={css.heading}>{m.board_stages()}</h3>
          <ol class={css.stages}>
            {stages.map((stage, at) => (
              <StageLine
                key={stage.id}
                stage={stage}
                at={at}
                view={view}
                may={may}
                onPlace={(event, to) => void place(event, stage.id, to)}
                onDropped={(event, id) => void place(event, id, at)}
                onChange={change}
              />
            ))}
          </ol>
          {may && (
            <Button
              look="quiet"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={(event) => void addStage(event)}
            >
              {m.board_add_stage()}
            </Button>
          )}
          <LostReasons pipeline={pipeline} may={may} onChange={change} />
        </>
      )}
      {may && (
        <div class={css.end}>
          <Button icon={<Plus size={14} aria-hidden="true" />} onClick={(event) => void addPipeline(event)}>
            {m.board_add_pipeline()}
          </Button>
          {pipeline && !removing && (
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {m.board_remove_pipeline()}
            </Button>
          )}
        </div>
      )}
      {removing && pipeline && (
        <RemovePipeline
          pipeline={pipeline}
          view={view}
          onChange={change}
          onLeave={() => setRemoving(false)}
          onRemoved={onClose}
        />
      )}
      <p role="status" class={css.said}>
        {said}
      </p>
    </Dialog>
  );
}
