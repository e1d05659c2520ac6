import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { orderStages } from '../../../shared/domain/deal/order.ts';
import type { Deal, Stage } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { moveTo } from './changes.ts';
import css from './StageStepper.module.css';

/** The stages as one bar; back, forward, or any from the list. `[` and `]` where the deal has the focus. */
export function StageStepper({ deal, stages }: { deal: Deal; stages: Stage[] }) {
  const session = useSession();
  const may = session.canChange.value;
  const ordered = orderStages(stages.filter((stage) => stage.pipelineId === deal.pipelineId));
  const at = ordered.findIndex((stage) => stage.id === deal.stageId);
  const stage = ordered[at];
  const go = async (event: Event, to: Stage | undefined) => {
    if (!to || !may || to.id === deal.stageId) return;
    await moveTo(session, event, deal, to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === ']' ? 1 : event.key === '[' ? -1 : 0;
    if (step !== 0) void go(event, ordered[at + step]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of three controls around one value, no form field
    <div
      class={css.stepper}
      role="group"
      aria-label={m.sidebar_stage_of({ deal: deal.title })}
      onKeyDown={onKeyDown}
    >
      {may && (
        <IconButton
          label={m.sidebar_stage_back()}
          aria-keyshortcuts="["
          class={css.step}
          disabled={at <= 0}
          onClick={(event) => void go(event, ordered[at - 1])}
        >
          <ChevronLeft size={14} aria-hidden="true" />
        </IconButton>
      )}
      {may ? (
        <Menu
          label={m.sidebar_stage_is({ stage: stage?.name ?? '–', at: at + 1, all: ordered.length })}
          class={css.stage}
          trigger={<Bar ordered={ordered} at={at} />}
          items={() =>
            ordered.map((one) => ({
              id: one.id,
              text: one.name,
              label: <Text>{one.name}</Text>,
              detail: `${one.probability} %`,
              checked: one.id === deal.stageId,
              onPick: (event) => void go(event, one),
            }))
          }
        />
      ) : (
        <div class={css.stage}>
          <Bar ordered={ordered} at={at} />
        </div>
      )}
      {may && (
        <IconButton
          label={m.sidebar_stage_next()}
          aria-keyshortcuts="]"
          class={css.step}
          disabled={at >= ordered.length - 1}
          onClick={(event) => void go(event, ordered[at + 1])}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function Bar({ ordered, at }: { ordered: Stage[]; at: number }) {
  return (
    <span class={css.inner}>
      <Text cut class={css.name}>
        {ordered[at]?.name ?? '–'}
      </Text>
      <span class={css.bar} aria-hidden="true">
        {ordered.map((stage, i) => (
          <span key={stage.id} class={classes(css.part, i <= at && css.done)} />
        ))}
      </span>
    </span>
  );
}
