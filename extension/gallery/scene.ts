import type { Contact } from '../../shared/domain/rows.ts';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { CallName, Calls } from '../messages/calls.ts';
import type {
  CompanyOnScreen,
  Happenings,
  HistoryEntry,
  LinkState,
  LogState,
  LogTarget,
  MessageOnScreen,
  ParkedView,
  PlaceOnScreen,
  Screen,
  SidebarState,
} from '../messages/state.ts';
import { known } from './people.ts';
import { id, now } from './rows.ts';
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
  parked?: ParkedView[];
  history?: HistoryEntry[];
  happenings?: Happenings['events'];
  /** Entries that somebody asked to be let into. */
  asked?: ReadonlySet<string>;
  joined?: { id: string; by: string; at: number }[];
  /** A page of the app instead of the sidebar: its path. Named `app-…`. */
  page?: string;
  /** What is answered otherwise than by the fixtures' own background. */
  answers?: { [N in CallName]?: (input: Calls[N]['in']) => Calls[N]['out'] | Promise<Calls[N]['out']> };
};

export const online: LinkState = {
  status: 'online',
  server: 'http://localhost:8787',
  workspace: 'Ours',
  me: null,
  waiting: 0,
  parked: [],
  filled: null,
  code: null,
};
export const ours: PlaceOnScreen = {
  id: 'ours',
  workspace: 'Ours',
  server: 'http://localhost:8787',
  role: 'member',
};
export const message = (
  log: LogState = { state: 'none', why: null },
  more: Partial<MessageOnScreen> = {},
): MessageOnScreen => ({
  id: id(),
  from: 'Ada Lindqvist',
  fromEmail: 'ada@acme.test',
  loaded: true,
  log,
  forwardOf: null,
  ...more,
});
export const logged = (more: Partial<Extract<LogState, { state: 'logged' | 'waiting' }>> = {}): LogState => ({
  state: 'logged',
  interactionId: id(),
  by: 'Mia',
  byMe: false,
  at: now - 2 * 3_600_000,
  contacts: [{ id: 'ada', name: 'Ada Lindqvist' }],
  company: null,
  deals: [{ id: 'renewal', title: 'ACME renewal' }],
  bodyState: 'read',
  private: false,
  rule: null,
  ruleId: null,
  ...more,
});

export const targetOf = (contacts: Contact[], more: Partial<LogTarget> = {}): LogTarget => ({
  contacts: contacts.map(({ id: one, name }) => ({ id: one, name })),
  company: null,
  deals: [],
  people: contacts.map(({ id: one, name }) => ({ id: one, name })),
  unknown: 0,
  open: [],
  chosen: false,
  basis: 'no-deal',
  blocked: null,
  refusal: null,
  ...more,
});

export function scene(build: (cast: Cast) => Partial<SidebarState>, more: Partial<Scene> = {}): Scene {
  const cast = makeWorld();
  const state: SidebarState = {
    place: 'ours',
    places: [ours],
    mailbox: null,
    ended: [],
    offer: null,
    readOnly: false,
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

export const thread = (
  target: LogTarget,
  messages: MessageOnScreen[] = [message()],
  subject = 'Re: Renewal and the second site',
  hidden = false,
): Screen => ({
  kind: 'thread',
  thread: {
    id: '18c0ffee',
    account: 'you@ours.test',
    subject,
    messages,
    selectedId: messages.at(-1)?.id ?? null,
    target,
    private: hidden,
    logging: null,
  },
});
export const toRenewal = (cast: Cast, contacts: Contact[] = [cast.ada]): LogTarget =>
  targetOf(contacts, {
    deals: [{ id: cast.renewal.id, title: cast.renewal.title }],
    open: [{ id: cast.renewal.id, title: cast.renewal.title }],
    basis: 'only-deal',
  });
export const acmeOf = (cast: Cast): CompanyOnScreen => ({
  key: 'domain:acme.test',
  sighting: null,
  name: cast.acme.name,
  domain: 'acme.test',
  match: null,
  company: cast.acme,
});
export const mailbox = (account = 'you@ours.test', known = 0): Screen => ({
  kind: 'mailbox',
  account,
  listed: { known, all: 40 },
});
export const page = (more: Partial<Extract<Screen, { kind: 'page' }>> = {}): Screen => ({
  kind: 'page',
  url: 'https://northwind.test/team',
  title: 'Northwind Traders: our team',
  readable: true,
  refusal: null,
  selection: null,
  ...more,
});
export const northwind: CompanyOnScreen = {
  key: 'domain:northwind.test',
  sighting: null,
  name: 'Northwind Traders',
  domain: 'northwind.test',
  match: null,
  company: null,
};
/** A log that names the fixtures' rows by what they are called in their cast. */
const castIn = (log: LogState, { ada, renewal, pilot }: Cast): LogState => {
  if (log.state !== 'logged' && log.state !== 'waiting') return log;
  const ids: Record<string, string> = { ada: ada.id, renewal: renewal.id, pilot: pilot.id };
  const named = <T extends { id: string }>(row: T): T => ({ ...row, id: ids[row.id] ?? row.id });
  return { ...log, contacts: log.contacts.map(named), deals: log.deals.map(named) };
};
export const withLog = (log: LogState) => () =>
  scene((cast) => ({
    screen: thread(toRenewal(cast), [message(castIn(log, cast))]),
    people: [known(cast.ada)],
    company: acmeOf(cast),
  }));
export const withLink = (link: Partial<LinkState>) => () =>
  scene((cast) => ({
    link: { ...online, me: cast.me.id, ...link },
    screen: thread(toRenewal(cast)),
    people: [known(cast.ada)],
  }));
