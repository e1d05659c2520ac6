import type { Deal, Stage } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { Outcome } from '../shell/outcome.ts';
import type { Session } from '../shell/session.ts';

type Moving = Pick<Deal, 'id' | 'title' | 'stageId'>;
/** What a stage asked for: the answers, and what stood there before, for the way back. */
export type Answers = {
  fields: NonNullable<Input<'deal.edit'>['fields']>;
  before: NonNullable<Input<'deal.edit'>['fields']>;
};

/** Each change of a deal that a click makes, said in a toast with its way back. */
const said = (session: Session, text: string, undo: (event: Event) => unknown) =>
  session.toasts.show({
    tone: 'plain',
    text,
    action: { label: m.words_undo(), run: (event) => void undo(event) },
  });

/** To another stage, with what it asked for in the same transaction. */
export async function moveTo(
  session: Session,
  event: Event,
  deal: Moving,
  stage: Pick<Stage, 'id' | 'name'>,
  answers: Answers | null = null,
): Promise<Outcome<unknown>> {
  const go = (on: Event, stageId: string, fields: Answers['fields'] | null) => {
    const move = { verb: 'deal.move', input: { id: deal.id, stageId } } as const;
    if (!fields) return session.act(on, move.verb, move.input);
    const edit = { verb: 'deal.edit', input: { id: deal.id, fields } } as const;
    return session.change(on, () => session.client.call('actAll', { changes: [edit, move] }));
  };
  const outcome = await go(event, stage.id, answers?.fields ?? null);
  if (outcome.ok)
    said(session, m.sidebar_moved_to({ deal: deal.title, stage: stage.name }), (click) =>
      go(click, deal.stageId, answers?.before ?? null),
    );
  return outcome;
}

export const reopen = (session: Session, event: Event, deal: Pick<Deal, 'id'>): Promise<Outcome<unknown>> =>
  session.act(event, 'deal.reopen', { id: deal.id });

type Closing = { state: 'won' } | { state: 'lost'; lostReason: string | null; competitor: string | null };

export async function close(
  session: Session,
  event: Event,
  deal: Pick<Deal, 'id' | 'title'>,
  closing: Closing,
): Promise<Outcome<unknown>> {
  const { lostReason, competitor } =
    closing.state === 'lost' ? closing : { lostReason: null, competitor: null };
  const outcome = await session.act(event, 'deal.close', {
    id: deal.id,
    state: closing.state,
    at: Date.now(),
    lostReason,
    competitor,
  });
  const name = { deal: deal.title };
  if (outcome.ok)
    said(session, closing.state === 'won' ? m.sidebar_deal_won(name) : m.sidebar_deal_lost(name), (click) =>
      reopen(session, click, deal),
    );
  return outcome;
}

export async function remove(
  session: Session,
  event: Event,
  deal: Pick<Deal, 'id' | 'title'>,
): Promise<Outcome<unknown>> {
  const outcome = await session.act(event, 'deal.remove', { id: deal.id });
  if (outcome.ok)
    said(session, m.sidebar_removed({ what: deal.title }), (click) =>
      session.act(click, 'deal.restore', { id: deal.id }),
    );
  return outcome;
}
