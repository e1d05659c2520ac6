import type { Id } from '../../shared/kit/id.ts';
import type { Calls } from '../messages/calls.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core, meOf } from './core.ts';

const blank = {
  direction: null,
  channel: null,
  durationS: null,
  outcome: null,
  subject: null,
  body: null,
  bodyState: null,
  link: null,
  threadKey: null,
  participants: [],
  fingerprint: [],
};

/** A note about whoever is on the screen, with a link back to where it was written. */
export async function note(
  core: Core,
  { id, text, about, page, private: hidden, mentions, place }: Calls['note']['in'],
): Promise<{ interactionId: Id }> {
  const interactionId = id ?? core.newId();
  if (!(await core.mirror.get('interaction', interactionId)))
    await act(core, {
      verb: 'interaction.log',
      input: {
        ...blank,
        id: interactionId,
        kind: 'note',
        channel: page ? 'web' : null,
        occurredAt: core.now(),
        subject: page?.title ? page.title : null,
        body: text,
        link: page?.url || null,
        ...about,
        ...(hidden && { private: true }),
        ...(mentions?.length && { mentions }),
      },
    });
  // Its tab may have been closed over the answer: a draft that came back would be saved again.
  if (place && (await core.drafts.get(place))?.trim() === text) await core.drafts.set(place, null);
  return { interactionId };
}

/** A call that was made, and what was promised in it. */
export async function call(core: Core, input: Calls['call']['in']): Promise<{ interactionId: Id }> {
  const { id, about, outcome, durationS, nextStep } = input;
  const interactionId = id ?? core.newId();
  // The next step was made in the same transaction.
  if (await core.mirror.get('interaction', interactionId)) return { interactionId };
  const me = meOf(core);
  const intended: Intended[] = [
    {
      verb: 'interaction.log',
      input: {
        ...blank,
        id: interactionId,
        kind: 'call',
        direction: 'out',
        channel: 'phone',
        occurredAt: core.now(),
        durationS,
        outcome: outcome.trim() || null,
        ...about,
        ...(input.private && { private: true }),
      },
    },
  ];
  if (nextStep)
    intended.push({
      verb: 'task.add',
      input: {
        id: core.newId(),
        title: nextStep.title,
        dueDay: nextStep.dueDay,
        dueAt: null,
        contactId: about.contactIds[0] ?? null,
        companyId: about.companyId,
        dealId: about.dealId,
        ownerId: me,
      },
    });
  await act(core, ...intended);
  return { interactionId };
}
