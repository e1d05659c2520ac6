import { colleague, known, stranger } from '../people.ts';
import { id, now } from '../rows.ts';
import { logged, message, type Scene, scene, targetOf, thread, toRenewal, withLog } from '../scene.ts';

/** What a log goes to, and what became of it. */
export const loggingStates: Record<string, () => Scene> = {
  saving: withLog({ state: 'saving' }),
  logged: withLog(logged({ byMe: true, by: 'You', at: now - 20_000 })),
  'logged-colleague': withLog(logged()),
  'subject-only': withLog(logged({ bodyState: 'subject-only', deals: [] })),
  waiting: withLog(logged({ state: 'waiting', byMe: true, at: now - 60_000 })),
  probably: withLog({
    state: 'probably',
    interactionId: id(),
    by: 'Mia',
    at: now - 5 * 3_600_000,
    deals: [{ id: 'renewal', title: 'ACME renewal' }],
    alike: 'words',
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
  'thread-mixed': () =>
    scene((cast) => ({
      screen: thread(toRenewal(cast), mixed()),
      people: [known(cast.ada)],
    })),
  'thread-names': () =>
    scene((cast) => ({
      screen: thread(toRenewal(cast), named()),
      people: [known(cast.ada)],
    })),
  'thread-all-logged': () =>
    scene((cast) => ({
      screen: thread(toRenewal(cast), [message(logged()), message(logged()), message(logged())]),
      people: [known(cast.ada)],
    })),
  'thread-logging': () =>
    scene((cast) => {
      const screen = thread(toRenewal(cast), [...mixed(), ...mixed()]);
      if (screen.kind === 'thread') screen.thread.logging = { done: 37, all: 96 };
      return { screen, people: [known(cast.ada)] };
    }),
  'logged-by-rule': withLog(
    logged({
      ...{ byMe: true, rule: 'contact' },
      deals: [
        { id: 'renewal', title: 'ACME renewal' },
        { id: 'pilot', title: 'Pilot in Lyon' },
      ],
    }),
  ),
  'logged-several': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.ada], {
          open: [cast.renewal, cast.pilot].map(({ id: one, title }) => ({ id: one, title })),
          basis: 'several',
        }),
        [message(logged({ byMe: true, by: 'You', deals: [] }))],
      ),
      people: [known(cast.ada)],
    })),
  forward: () =>
    scene((cast) => ({
      screen: thread(
        toRenewal(cast),
        [
          message(logged(), {
            ...{ from: 'Mia Kern', fromEmail: 'mia@ours.test' },
            forwardOf: { interactionId: id(), by: 'Tom', byMe: false, at: now - 86_400_000 },
          }),
        ],
        'Fwd: Renewal and the second site',
      ),
      people: [known(cast.ada)],
    })),
  internal: () =>
    scene(() => ({
      screen: thread(
        targetOf([], { blocked: 'internal' }),
        [message({ state: 'none', why: { why: 'internal' } })],
        'Lunch on Friday',
      ),
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
  newsletter: withLog({ state: 'none', why: { why: 'automatic', kind: 'newsletter' } }),
  'newsletter-unknown': () =>
    scene(() => ({
      screen: thread(
        targetOf([], { blocked: 'unknown', unknown: 1 }),
        [message({ state: 'none', why: { why: 'automatic', kind: 'newsletter' } })],
        'Our spring collection',
      ),
      people: [stranger('Spring Shop', 'hello@spring.test')],
    })),
  'deals-several': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.ada, cast.bob], {
          open: [cast.renewal, cast.pilot].map(({ id: one, title }) => ({ id: one, title })),
          basis: 'several',
        }),
      ),
      people: [known(cast.bob), known(cast.ada)],
    })),
};

/** Who wrote has a name that is long, or runs the other way. */
const named = () => {
  const by = 'Maximiliane Featherstonehaugh-Wolfeschlegelstein';
  return [
    message(logged({ by }), { from: 'Wolfeschlegelsteinhausenbergerdorff' }),
    message(logged({ state: 'waiting', byMe: true, at: now - 60_000 }), { from: 'محمد عبد الرحمن' }),
    message(
      { state: 'probably', interactionId: id(), by, at: now - 86_400_000, deals: [], alike: 'folded' },
      { from: '歐陽' },
    ),
    message({ state: 'none', why: { why: 'too-many', people: 48 } }, { from: 'נועה בן-דוד' }),
    message({ state: 'none', why: null }, { from: 'a.very.long.address@a-rather-long-company-name.test' }),
  ];
};

/** A thread as it is: logged by two, waiting, kept out for three reasons, missing. */
const mixed = () => [
  message(logged()),
  message(logged({ byMe: true, private: true })),
  message({ state: 'none', why: { why: 'internal' } }, { from: 'Mia Kern', fromEmail: 'mia@ours.test' }),
  message(
    { state: 'none', why: { why: 'automatic', kind: 'newsletter' } },
    { from: 'ACME News', fromEmail: 'news@acme.test' },
  ),
  message(logged({ state: 'waiting', byMe: true, at: now - 60_000 })),
  message({ state: 'none', why: null }),
];
