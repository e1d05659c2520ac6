import type { Noun } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { CallName, Calls } from '../messages/calls.ts';
import { discard, type Intended, retry } from '../outbox/outbox.ts';
import { addContact } from './add-contact.ts';
import { addDeal } from './add-deal.ts';
import { act, type Core } from './core.ts';
import { log } from './log.ts';
import { call, note } from './note.ts';
import { show } from './show.ts';
import { companyView } from './view/company.ts';
import { dealView } from './view/deal.ts';
import { personView } from './view/person.ts';
import { search } from './view/search.ts';
import { todayView } from './view/today.ts';

/** Who asks: the tab they belong to, and whether they stand in somebody's page. */
export type Asker = { tabId: number | null; framed: boolean };
type Answers = {
  [N in CallName]: (core: Core, input: Calls[N]['in'], asker: Asker) => Promise<Calls[N]['out']>;
};

function tabOf({ tabId }: Asker): number {
  if (tabId === null) throw new CodedError('page.unreadable', 'tab');
  return tabId;
}

const channelOf = (core: Core, { tabId }: Asker): string => {
  const kind = tabId === null ? 'none' : core.sessions.get(tabId).shown.kind;
  return kind === 'mail' ? 'gmail' : kind === 'page' ? 'page' : 'manual';
};

/** Whether the row that this would add is there: the call came again after its worker died over the answer. */
async function isThere(core: Core, { verb, input }: Intended): Promise<boolean> {
  if (verb === 'interaction.log') return (await core.mirror.get('interaction', input.id)) !== undefined;
  const added = /^(contact|company|deal|task)\.add$/.exec(verb)?.[1] as Noun | undefined;
  return added !== undefined && (await core.mirror.get(added, input.id)) !== undefined;
}

/** One line a call: what the sidebar and our own pages can ask for. */
const answers: Answers = {
  hello: (core, _, { tabId, framed }) => show(core, tabId, framed),
  select: async (core, { key }, asker) => {
    core.sessions.change(tabOf(asker), { selected: key });
    return null;
  },
  chooseDeal: async (core, { dealId }, asker) => {
    const tabId = tabOf(asker);
    const { shown } = core.sessions.get(tabId);
    const threadId = shown.kind === 'mail' ? shown.screen.thread?.id : undefined;
    if (threadId) core.sessions.change(tabId, { chosen: { threadId, dealId } });
    return null;
  },
  person: (core, { contactId, older }) => personView(core, contactId, older),
  company: (core, { companyId }) => companyView(core, companyId),
  deal: (core, { dealId }) => dealView(core, dealId),
  today: (core) => todayView(core),
  search: (core, { text }) => search(core, text),
  log: (core, input, asker) => log(core, tabOf(asker), input),
  addContact: (core, input) => addContact(core, input),
  note: (core, input) => note(core, input),
  call: (core, input) => call(core, input),
  addDeal: (core, input, asker) => addDeal(core, input, channelOf(core, asker)),
  act: async (core, given) => {
    const intended = given as Intended;
    return { number: (await isThere(core, intended)) ? 0 : await act(core, intended) };
  },
  setDraft: async (core, { place, text }) => {
    await core.drafts.set(place, text);
    return null;
  },
  draft: async (core, { place }) => ({ text: await core.drafts.get(place) }),
  readPage: async (core, _, asker) => {
    await core.readPage(tabOf(asker));
    return null;
  },
  discardParked: async (core, { number }) => {
    await core.mirror.commit((tx) => discard(tx, number));
    return null;
  },
  retryParked: async (core, { number }) => {
    const me = core.settings.get().device?.me ?? null;
    await core.mirror.commit((tx) => retry(tx, number, me, core.now()));
    await core.sync.now();
    return null;
  },
  syncNow: async (core) => {
    await core.sync.now();
    return null;
  },
  pair: async (core, { link, deviceName }) => {
    await core.sync.pair(link, deviceName);
    return core.sync.link();
  },
  unpair: async (core) => {
    await core.sync.unpair();
    return null;
  },
  setLocale: async (core, { locale }) => {
    await core.settings.set({ locale });
    core.tellTabs();
    return null;
  },
  setLogOnSend: async (core, { on }) => {
    await core.settings.set({ logOnSend: on });
    core.tellTabs();
    return null;
  },
  ledger: (core) => core.ledger.list(),
  health: async (core) => ({ line: await core.healthLine() }),
};

/** Connecting to a server is never offered inside a page, where a click can be stolen. */
const ownPagesOnly: ReadonlySet<CallName> = new Set(['pair', 'unpair', 'ledger']);
/** What an unpaired browser can still be asked. */
const withoutServer: ReadonlySet<CallName> = new Set([
  'hello',
  'pair',
  'unpair',
  'setLocale',
  'setLogOnSend',
  'ledger',
  'health',
  'draft',
  'setDraft',
  'syncNow',
]);

export async function answer<N extends CallName>(
  core: Core,
  name: N,
  input: Calls[N]['in'],
  asker: Asker,
): Promise<Calls[N]['out']> {
  if (asker.framed && ownPagesOnly.has(name)) throw new CodedError('frame.unknown', name);
  if (!core.settings.get().device && !withoutServer.has(name)) throw new CodedError('unpaired');
  return answers[name](core, input, asker);
}
