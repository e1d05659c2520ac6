import { CircleCheck, CircleX, Milestone, RotateCcw } from 'lucide-preact';
import { orderStages } from '../../../../shared/domain/deal/order.ts';
import type { Deal, Stage } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { CloseDealForm } from '../../deal/CloseDealForm.tsx';
import { close, moveTo, reopen } from '../../deal/changes.ts';
import type { Session } from '../../shell/session.ts';
import type { About, Command, CommandFile } from '../command.ts';

/** So many deals of one person are offered; more are in their list. */
const most = 3;

const dealsOf = (about: About): Deal[] => (about.noun === 'deal' ? [about.view.deal] : about.view.deals);

function ofOpen(session: Session, deal: Deal, stages: readonly Stage[]): Command[] {
  const ordered = orderStages(stages.filter(({ pipelineId }) => pipelineId === deal.pipelineId));
  const shared = { section: 'here', detail: deal.title, changes: true } as const;
  const words = m.palette_words_stage();
  return [
    {
      ...{ ...shared, id: `stage ${deal.id}`, icon: Milestone, words },
      label: m.palette_move_stage(),
      detail: [deal.title, ordered.find(({ id }) => id === deal.stageId)?.name].filter(Boolean).join(' · '),
      leads: () => ({
        title: m.sidebar_stage_of({ deal: deal.title }),
        commands: ordered.map((stage) => ({
          id: `stage ${stage.id}`,
          section: 'do',
          icon: Milestone,
          label: stage.name,
          detail: `${stage.probability} %`,
          on: stage.id === deal.stageId,
          changes: true,
          run: (event) => {
            if (stage.id !== deal.stageId) void moveTo(session, event, deal, stage);
          },
        })),
      }),
    },
    {
      ...{ ...shared, id: `won ${deal.id}`, icon: CircleCheck, words },
      label: m.sidebar_close_won(),
      run: (event) => void close(session, event, deal, { state: 'won' }),
    },
    {
      ...{ ...shared, id: `lost ${deal.id}`, icon: CircleX, words },
      label: m.sidebar_close_lost(),
      leads: () => ({
        title: m.sidebar_mark_lost(),
        view: (done) => <CloseDealForm deal={deal} onDone={done} />,
      }),
    },
  ];
}

/** What becomes of the deals of whoever is on the screen. */
export const stage: CommandFile = {
  commands: ({ session, about }) => {
    if (!about) return [];
    const deals = dealsOf(about);
    const open = deals.filter(({ state }) => state === 'open').slice(0, most);
    const again = about.noun === 'deal' && about.view.deal.state !== 'open' ? about.view.deal : null;
    return [
      ...open.flatMap((deal) => ofOpen(session, deal, about.view.stages)),
      ...(again
        ? [
            {
              id: `reopen ${again.id}`,
              section: 'here' as const,
              icon: RotateCcw,
              label: m.sidebar_reopen(),
              detail: again.title,
              changes: true,
              run: (event: Event) => void reopen(session, event, again),
            },
          ]
        : []),
    ];
  },
};
