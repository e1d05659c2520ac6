import type { Contact } from '../../shared/domain/rows.ts';
import type { Evidence, Sighting } from '../../shared/identity/sighting.ts';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type {
  CompanyOnScreen,
  LinkState,
  LogState,
  LogTarget,
  MessageOnScreen,
  PersonOnScreen,
  Screen,
  SidebarState,
} from '../messages/state.ts';
import { daysAgo, email as emailOf, id, contact as makeContact, now } from './rows.ts';
import { type Cast, makeWorld } from './world.ts';

/** One picture: what is known, what is on the screen, and how the fake client behaves. */
export type Scene = {
  cast: Cast;
  state: SidebarState;
  /** Answers never come: what a slow background looks like. */
  silent?: boolean;
  /** Answers are refused with this. */
  broken?: ErrorCode;
  /** A browser that cannot tell whether a frame is visible. */
  blind?: boolean;
};

const sighting = (
  email: string | null,
  fields: Sighting['fields'] = {},
  source: Evidence = 'mail-header',
): Sighting => ({
  kind: 'person',
  role: 'from',
  keys: email ? [{ value: { kind: 'email', value: email }, source, confidence: 1 }] : [],
  fields,
});
const known = (contact: Contact): PersonOnScreen => {
  const email = contact.keys[0]?.value ?? null;
  return {
    key: `email:${email}`,
    sighting: sighting(email),
    name: contact.name,
    email,
    match: {
      noun: 'contact',
      id: contact.id,
      basis: [{ key: { kind: 'email', value: email ?? '' }, strength: 'exact' }],
    },
    contact,
    internal: false,
    maybe: null,
  };
};
const stranger = (name: string, email: string | null, fields: Sighting['fields'] = {}): PersonOnScreen => ({
  key: email ? `email:${email}` : `at ${name}`,
  sighting: sighting(
    email,
    { name: { value: name, source: 'mail-header', confidence: 1 }, ...fields },
    fields.title?.source === 'json-ld' ? 'mailto' : 'mail-header',
  ),
  name,
  email,
  match: null,
  contact: null,
  internal: false,
  maybe: null,
});
const colleague = (name: string): PersonOnScreen => ({
  ...stranger(name, `${name.toLowerCase()}@ours.test`),
  internal: true,
});
const from = (value: string, source: 'signature' | 'json-ld' | 'mailto' | 'text') => ({
  value,
  source,
  confidence: 0.8,
});

const online: LinkState = {
  status: 'online',
  server: 'http://localhost:8787',
  workspace: 'Ours',
  me: null,
  waiting: 0,
  parked: [],
  filled: null,
  code: null,
};
const message = (log: LogState = { state: 'none' }): MessageOnScreen => ({
  id: id(),
  from: 'Ada Lindqvist',
  fromEmail: 'ada@acme.test',
  loaded: true,
  log,
});
export const logged = (more: Partial<Extract<LogState, { state: 'logged' | 'waiting' }>> = {}): LogState => ({
  state: 'logged',
  interactionId: id(),
  by: 'Mia',
  byMe: false,
  at: now - 2 * 3_600_000,
  deal: 'ACME renewal',
  bodyState: 'read',
  ...more,
});

const targetOf = (contacts: Contact[], more: Partial<LogTarget> = {}): LogTarget => ({
  contacts: contacts.map(({ id: one, name }) => ({ id: one, name })),
  unknown: 0,
  deal: null,
  deals: [],
  basis: 'no-deal',
  blocked: null,
  ...more,
});

function scene(build: (cast: Cast) => Partial<SidebarState>, more: Partial<Scene> = {}): Scene {
  const cast = makeWorld();
  const state: SidebarState = {
    link: { ...online, me: cast.me.id },
    screen: { kind: 'none' },
    people: [],
    selected: null,
    company: null,
    locale: 'en',
    theme: null,
    framed: false,
    logOnSend: false,
    version: 1,
    ...build(cast),
  };
  return { cast, state: { ...state, selected: state.selected ?? state.people[0]?.key ?? null }, ...more };
}

const thread = (
  target: LogTarget,
  messages: MessageOnScreen[] = [message()],
  subject = 'Re: Renewal and the second site',
): Screen => ({
  kind: 'thread',
  thread: {
    id: '18c0ffee',
    account: 'you@ours.test',
    subject,
    messages,
    selectedId: messages.at(-1)?.id ?? null,
    target,
  },
});
const toRenewal = (cast: Cast, contacts: Contact[] = [cast.ada]): LogTarget =>
  targetOf(contacts, {
    deal: { id: cast.renewal.id, title: cast.renewal.title },
    deals: [{ id: cast.renewal.id, title: cast.renewal.title }],
    basis: 'only-deal',
  });
const acmeOf = (cast: Cast): CompanyOnScreen => ({
  key: 'domain:acme.test',
  sighting: null,
  name: cast.acme.name,
  domain: 'acme.test',
  match: null,
  company: cast.acme,
});
const page = (more: Partial<Extract<Screen, { kind: 'page' }>> = {}): Screen => ({
  kind: 'page',
  url: 'https://northwind.test/team',
  title: 'Northwind Traders: our team',
  readable: true,
  selection: null,
  ...more,
});
const northwind: CompanyOnScreen = {
  key: 'domain:northwind.test',
  sighting: null,
  name: 'Northwind Traders',
  domain: 'northwind.test',
  match: null,
  company: null,
};
const withLog = (log: LogState) => () =>
  scene((cast) => ({
    screen: thread(toRenewal(cast), [message(log)]),
    people: [known(cast.ada)],
    company: acmeOf(cast),
  }));
const withLink = (link: Partial<LinkState>) => () =>
  scene((cast) => ({
    link: { ...online, me: cast.me.id, ...link },
    screen: thread(toRenewal(cast)),
    people: [known(cast.ada)],
  }));

/** Every state of the sidebar by its name. A new state is one line here: it is then drawn, measured and checked. */
export const states: Record<string, () => Scene> = {
  known: withLog({ state: 'none' }),
  'known-zh-hans': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.chen], {
          deal: { id: cast.cloud.id, title: cast.cloud.title },
          deals: [{ id: cast.cloud.id, title: cast.cloud.title }],
          basis: 'only-deal',
        }),
        [message()],
        '关于云平台升级的报价',
      ),
      people: [known(cast.chen)],
    })),
  'known-zh-hant': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.lin], {
          deal: { id: cast.fleet.id, title: cast.fleet.title },
          deals: [{ id: cast.fleet.id, title: cast.fleet.title }],
          basis: 'thread',
        }),
        [message()],
        '車隊管理系統',
      ),
      people: [known(cast.lin)],
    })),
  'people-several': () =>
    scene((cast) => ({
      screen: thread({ ...toRenewal(cast, [cast.ada, cast.bob, cast.eve]), unknown: 1 }, [
        message(),
        message(),
        message(),
      ]),
      people: [
        known(cast.ada),
        known(cast.bob),
        known(cast.eve),
        stranger('Nora Quist', 'nora@quist.test'),
        colleague('Mia'),
        colleague('Tom'),
      ],
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
  unknown: () =>
    scene(() => ({
      screen: thread(
        targetOf([], { unknown: 1, blocked: 'unknown' }),
        [message()],
        'A question about pricing',
      ),
      people: [
        stranger('Nora Quist', 'nora@quist.test', {
          title: from('Head of Procurement', 'signature'),
          organisation: from('Quist & Daughters', 'signature'),
          phone: from('+46 8 555 010 22', 'signature'),
          address: from('Storgatan 4, 111 23 Stockholm', 'text'),
        }),
      ],
    })),
  'unknown-bare': () =>
    scene((cast) => ({
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' })),
      people: [stranger('j.doe', 'j.doe@acme.test')],
      company: acmeOf(cast),
    })),
  duplicate: () =>
    scene((cast) => ({
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' })),
      people: [
        {
          ...stranger('Ada L.', 'ada@private.test', { phone: from('+49 711 555 0142', 'signature') }),
          maybe: {
            contact: cast.ada,
            match: {
              noun: 'contact',
              id: cast.ada.id,
              basis: [{ key: { kind: 'phone', value: '+497115550142' }, strength: 'weak' }],
            },
          },
        },
      ],
    })),
  'long-names': () =>
    scene((cast) => {
      Object.assign(cast.acme, {
        name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG',
      });
      Object.assign(cast.ada, {
        name: 'Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
        title: 'Senior Executive Vice President for International Regulatory Relations and Special Projects',
      });
      Object.assign(cast.renewal, {
        title:
          'Framework agreement on the renewal of all maintenance contracts for the sites in Ulm and Stuttgart',
        amountMinor: 123_456_789_012,
      });
      return {
        screen: thread(toRenewal(cast, [cast.ada, cast.bob])),
        people: [known(cast.ada), known(cast.bob)],
      };
    }),
  markup: () =>
    scene((cast) => {
      Object.assign(cast.ada, {
        name: '<img src=x onerror=alert(1)> Ada',
        title: '</script><b>CTO</b>',
        own: { tier: '{{7*7}}' },
      });
      Object.assign(cast.renewal, { title: '"><svg onload=alert(1)>' });
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'no-deals': () =>
    scene((cast) => ({
      screen: thread(targetOf([cast.eve])),
      people: [known(cast.eve)],
      company: acmeOf(cast),
    })),
  today: () => scene(() => ({ screen: { kind: 'mailbox', account: 'you@ours.test' } })),
  'today-empty': () =>
    scene((cast) => {
      cast.world.task = [];
      cast.world.interaction = [];
      return { screen: { kind: 'mailbox', account: 'you@ours.test' } };
    }),
  loading: () =>
    scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }), { silent: true }),
  error: () =>
    scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }), {
      broken: 'server.unexpected',
    }),
  offline: withLink({ status: 'offline', waiting: 3 }),
  parked: withLink({ parked: [{ number: 7, verb: 'deal.move', code: 'deal.closed' }] }),
  refused: withLink({ status: 'refused', code: 'auth.revoked' }),
  filling: withLink({ status: 'filling', filled: { done: 41_200, total: 100_000 } }),
  unpaired: withLink({ status: 'unpaired', server: null, workspace: null }),
  'unpaired-framed': () => {
    const made = withLink({ status: 'unpaired', server: null, workspace: null })();
    return { ...made, state: { ...made.state, framed: true } };
  },
  framed: () => {
    const made = withLog({ state: 'none' })();
    return { ...made, state: { ...made.state, framed: true } };
  },
  'framed-blind': () => {
    const made = withLog({ state: 'none' })();
    return { ...made, blind: true, state: { ...made.state, framed: true } };
  },
  'page-one': () =>
    scene(() => ({
      screen: page(),
      company: northwind,
      people: [
        stranger('Lena Fischer', 'lena@northwind.test', {
          name: from('Lena Fischer', 'json-ld'),
          title: from('Managing Director', 'json-ld'),
          phone: from('+49 30 555 0199', 'json-ld'),
        }),
      ],
    })),
  'page-many': () =>
    scene(() => ({
      screen: page(),
      company: northwind,
      people: [
        stranger('Lena Fischer', 'lena@northwind.test', { title: from('Managing Director', 'json-ld') }),
        stranger('张伟', 'wei.zhang@northwind.test', { title: from('销售经理', 'json-ld') }),
        stranger('Karim Haddad', null, { title: from('Head of Logistics', 'json-ld') }),
        stranger('黃淑芬', 'shufen@northwind.test', { title: from('客服主任', 'mailto') }),
      ],
    })),
  'page-company': () =>
    scene((cast) => ({
      screen: page({ url: 'https://acme.test/', title: 'ACME: machine tools' }),
      company: acmeOf(cast),
    })),
  'page-known': () =>
    scene((cast) => ({
      screen: page({ url: 'https://acme.test/team/ada', title: 'Ada Lindqvist' }),
      company: acmeOf(cast),
      people: [known(cast.ada)],
    })),
  'page-unreadable': () =>
    scene(() => ({
      screen: page({ url: 'https://files.test/offer.pdf', title: 'offer.pdf', readable: false }),
    })),
  'many-deals': () =>
    scene((cast) => {
      for (let i = 1; i <= 7; i++) {
        cast.world.deal.push({ ...cast.pilot, id: id(), title: `Site ${i}`, contactIds: [cast.ada.id] });
      }
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'lead-fresh': () =>
    scene((cast) => {
      const fresh = makeContact('Nora Quist', {
        lifeCycle: 'lead',
        keys: [emailOf('nora@quist.test')],
        createdAt: daysAgo(0),
      });
      cast.world.contact.push(fresh);
      return { screen: thread(targetOf([fresh])), people: [known(fresh)] };
    }),
};
