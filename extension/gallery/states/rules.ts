import type { AutoOnThread, RulePreview, RuleSwitch } from '../../messages/rules.ts';
import { known } from '../people.ts';
import { id, now } from '../rows.ts';
import { logged, message, type Scene, scene, targetOf, thread } from '../scene.ts';
import type { Cast } from '../world.ts';

const day = 86_400_000;

const switchesOf = ({ ada, acme }: Cast): RuleSwitch[] =>
  [
    { scope: 'thread', value: 'gm:you@ours.test:18c0ffee', name: 'Re: Renewal and the second site' },
    { scope: 'contact', value: ada.id, name: ada.name },
    { scope: 'company', value: acme.id, name: acme.name },
    { scope: 'everyone', value: '', name: '' },
  ].map((subject) => ({ ...subject, on: false, by: null }) as RuleSwitch);

const off = (cast: Cast): AutoOnThread => ({ rule: null, why: null, subjects: switchesOf(cast), folded: 0 });

/** Everything with Ada is logged; narrower things by that, wider ones not. */
function on(cast: Cast, more: Partial<AutoOnThread> = {}): AutoOnThread {
  const subjects = switchesOf(cast);
  const rule = {
    id: 'rule',
    scope: 'contact' as const,
    value: cast.ada.id,
    name: cast.ada.name,
    effect: 'log' as const,
  };
  return {
    rule,
    why: null,
    folded: 0,
    subjects: subjects.map((each, at) => (at < 2 ? { ...each, on: true, by: rule } : each)),
    ...more,
  };
}

const preview: RulePreview = {
  lines: [
    ['Re: Renewal and the second site', 'Ada Lindqvist', null],
    ['Spring prices: up to 30% off', 'Ledger Weekly', 'automatic'],
    ['Lunch on Friday?', 'Tom Weber', 'internal'],
    ['Site visit, minutes', 'Ada Lindqvist', 'logged'],
    ['An introduction', 'Somebody New', 'unknown'],
    ['All hands: new premises', 'Ada Lindqvist', 'too-many'],
    ['合同修订稿', '陈伟', 'no-rule'],
    ['Payment received', 'My bank', 'excluded'],
  ].map(([subject, who, why]) => ({
    id: id(),
    subject,
    who,
    out: false,
    at: now,
    why,
  })) as RulePreview['lines'],
};

const withAuto =
  (auto: (cast: Cast) => AutoOnThread, messages = [message()]) =>
  (): Scene =>
    scene(
      (cast) => {
        const screen = thread(targetOf([cast.ada]), messages);
        if (screen.kind === 'thread') screen.thread.auto = auto(cast);
        return { screen, people: [known(cast.ada)] };
      },
      {
        answers: {
          previewRule: () => preview,
          setRule: () => ({ added: [id()], removed: [] }),
          unsetRule: () => null,
        },
      },
    );

/** Rules that log by themselves. */
export const ruleStates: Record<string, () => Scene> = {
  'auto-off': withAuto(off),
  'auto-on': withAuto((cast) => on(cast), [message(logged({ byMe: true, rule: 'contact' }))]),
  'auto-not-this': withAuto((cast) => on(cast, { why: 'automatic', folded: 3 })),
  'app-rules': () => {
    const made = scene(() => ({}));
    const { ada, acme, renewal } = made.cast;
    return {
      ...made,
      page: '/rules',
      answers: {
        rules: () =>
          [
            { ...on(made.cast).rule, id: 'a', since: now - 12 * day, deal: renewal.title, logged: 17 },
            {
              id: 'b',
              scope: 'company',
              value: acme.id,
              name: acme.name,
              effect: 'log',
              since: now - 40 * day,
              deal: null,
              logged: 0,
            },
            {
              id: 'c',
              scope: 'thread',
              value: 't',
              name: '關於續約與第二個據點的長篇討論',
              effect: 'leave',
              since: now - day,
              deal: null,
              logged: 0,
            },
            {
              id: 'd',
              scope: 'everyone',
              value: '',
              name: '',
              effect: 'log',
              since: now - 90 * day,
              deal: null,
              logged: 1,
            },
            {
              id: 'e',
              scope: 'contact',
              value: `${ada.id}x`,
              name: '',
              effect: 'log',
              since: now - 90 * day,
              deal: null,
              logged: 3,
            },
          ] as never,
      },
    };
  },
  'app-rules-silent': () => ({ ...scene(() => ({})), page: '/rules', silent: true }),
  'app-rules-none': () => ({ ...scene(() => ({})), page: '/rules', answers: { rules: () => [] } }),
};
