import { colleague, known, stranger } from '../people.ts';
import { id, now } from '../rows.ts';
import { logged, message, type Scene, scene, targetOf, thread, toRenewal, withLog } from '../scene.ts';

/** What a log goes to, and what became of it. */
export const loggingStates: Record<string, () => Scene> = {
  saving: withLog({ state: 'saving' }),
  logged: withLog(logged({ byMe: true, by: 'You', at: now - 20_000 })),
  'logged-colleague': withLog(logged()),
  'subject-only': withLog(logged({ bodyState: 'subject-only', deal: null })),
  waiting: withLog(logged({ state: 'waiting', byMe: true, at: now - 60_000 })),
  probably: withLog({
    state: 'probably',
    interactionId: id(),
    by: 'Mia',
    at: now - 5 * 3_600_000,
    deal: 'ACME renewal',
  }),
  partial: () =>
    scene((cast) => ({
      screen: thread(toRenewal(cast), [
        message(logged()),
        message(logged()),
        message(),
        message(logged()),
        message(),
      ]),
      people: [known(cast.ada)],
    })),
  internal: () =>
    scene(() => ({
      screen: thread(targetOf([], { blocked: 'internal' }), [message()], 'Lunch on Friday'),
      people: [colleague('Mia'), colleague('Tom')],
    })),
  'never-logged': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.ada], {
          blocked: 'excluded',
          refusal: {
            why: 'rule',
            id: 'r',
            subject: 'domain',
            value: 'acme.test',
            team: false,
            note: null,
          },
        }),
      ),
      people: [known(cast.ada)],
    })),
  newsletter: withLog({ state: 'automatic', kind: 'newsletter' }),
  'newsletter-unknown': () =>
    scene(() => ({
      screen: thread(
        targetOf([], { blocked: 'unknown', unknown: 1 }),
        [message({ state: 'automatic', kind: 'newsletter' })],
        'Our spring collection',
      ),
      people: [stranger('Spring Shop', 'hello@spring.test')],
    })),
  'deals-several': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.ada, cast.bob], {
          deals: [cast.renewal, cast.pilot].map(({ id: one, title }) => ({ id: one, title })),
          basis: 'several',
        }),
      ),
      people: [known(cast.bob), known(cast.ada)],
    })),
};
