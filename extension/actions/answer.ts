import { CodedError } from '../../shared/kit/error.ts';
import type { CallName, Calls } from '../messages/calls.ts';
import type { DeskCalls } from '../messages/desk.ts';
import { type Looking, newLooking } from '../mirror/looking.ts';
import { discard, type Intended } from '../outbox/outbox.ts';
import { actAll } from './act-all.ts';
import { addContact } from './add-contact.ts';
import { addDeal } from './add-deal.ts';
import { type Asker, type Office, tabOf } from './asker.ts';
import { bulk } from './bulk.ts';
import { captureAnswers } from './capture-answers.ts';
import { composeAnswers } from './compose/answers.ts';
import type { Core } from './core.ts';
import { deskAnswers } from './desk-answers.ts';
import { exclusionsView } from './exclusions.ts';
import { exportRows } from './export-rows.ts';
import { fileAnswers } from './files/answers.ts';
import { importAnswers } from './import/answers.ts';
import { inCore } from './in-core.ts';
import { listAnswers } from './list-answers.ts';
import { log } from './log.ts';
import { logPlace } from './log-place.ts';
import { call, note } from './note.ts';
import { enter, otherWorkspaces } from './pair.ts';
import { pairAnswers } from './pair-answers.ts';
import { promiseAnswers } from './promises/answers.ts';
import { restoreValue } from './restore-value.ts';
import { retryParked } from './retry-parked.ts';
import { rhythmView } from './rhythm/view.ts';
import { inboxView } from './rows/inbox.ts';
import { ruleAnswers } from './rules/answers.ts';
import { saving } from './saving.ts';
import { todayAnswers } from './today/answers.ts';
import { boardView } from './view/board.ts';
import { companyView } from './view/company.ts';
import { dealView } from './view/deal.ts';
import { happeningsView } from './view/happenings.ts';
import { historyView } from './view/history.ts';
import { joinedInto } from './view/joined.ts';
import { losingView } from './view/losing.ts';
import { mergesView, mergingView } from './view/merging.ts';
import { ownFieldsView } from './view/own-fields.ts';
import { paletteView } from './view/palette.ts';
import { parkedView } from './view/parked.ts';
import { personView } from './view/person.ts';
import { search } from './view/search.ts';
import { tasksView, teamView } from './view/tasks.ts';
import { timelineView } from './view/timeline.ts';
import { todayView } from './view/today.ts';
import type { Workspaces } from './workspaces.ts';

/** A greeting is answered where it is heard. */
type CoreCall = Exclude<CallName, keyof DeskCalls | 'hello'>;
type CoreAnswers = {
  [N in CoreCall]: (
    core: Core,
    input: Calls[N]['in'],
    asker: Asker,
    workspaces: Workspaces,
  ) => Promise<Calls[N]['out']>;
};

const threadOf = ({ sessions }: Core, tabId: number): string | undefined => {
  const { shown } = sessions.get(tabId);
  return shown.kind === 'mail' ? shown.screen.thread?.id : undefined;
};

const channelOf = (core: Core, { tabId }: Asker): string => {
  const kind = tabId === null ? 'none' : core.sessions.get(tabId).shown.kind;
  return kind === 'mail' ? 'gmail' : kind === 'page' ? 'page' : 'manual';
};

/** One line a call: what the sidebar and our own pages can ask of a workspace. */
const coreAnswers: CoreAnswers = {
  select: async (core, { key }, asker) => {
    core.sessions.change(tabOf(asker), { selected: key });
    return null;
  },
  chooseTarget: async (core, to, asker) => {
    const tabId = tabOf(asker);
    const threadId = threadOf(core, tabId);
    const { chosen } = core.sessions.get(tabId);
    const before = chosen?.threadId === threadId ? chosen?.to : {};
    if (threadId) core.sessions.change(tabId, { chosen: { threadId, to: { ...before, ...to } } });
    return null;
  },
  logPlace: (core, { id }) => logPlace(core, id),
  stopLogging: async (_, __, asker) => {
    saving.stop(tabOf(asker));
    return null;
  },
  setPrivate: async (core, { private: hidden }, asker) => {
    const tabId = tabOf(asker);
    const threadId = threadOf(core, tabId);
    if (threadId) core.sessions.change(tabId, { hidden: { threadId, private: hidden } });
    return null;
  },
  person: (core, { contactId }) => personView(core, contactId),
  company: (core, { companyId }) => companyView(core, companyId),
  deal: (core, { dealId }) => dealView(core, dealId),
  timeline: (core, input) => timelineView(core, input),
  merging: (core, { noun, a, b }) => mergingView(core, noun, a, b),
  merges: (core, { noun, id }) => mergesView(core, noun, id),
  ownFields: (core) => ownFieldsView(core),
  exclusions: (core) => exclusionsView(core),
  happenings: (core, input) => happeningsView(core, input),
  joined: (core, { id }) => joinedInto(core, id),
  today: (core) => todayView(core),
  tasks: (core) => tasksView(core),
  team: (core) => teamView(core),
  search: (core, { text }) => search(core, text),
  inbox: (core, _, asker) => inboxView(core, tabOf(asker)),
  openThread: async (core, { threadId }, asker) => {
    await core.openThread(tabOf(asker), threadId);
    return null;
  },
  palette: (core, { text }) => paletteView(core, text),
  paletteUsed: async (core, { what }) => {
    await core.used.note(what, core.now());
    return null;
  },
  log: (core, input, asker) => log(core, tabOf(asker), input),
  addContact: (core, input) => addContact(core, input),
  note: (core, input) => note(core, input),
  call: (core, input) => call(core, input),
  addDeal: (core, input, asker) => addDeal(core, input, channelOf(core, asker)),
  board: (core, input) => boardView(core, input),
  losing: (core, { pipelineId }) => losingView(core, pipelineId),
  act: (core, given) => actAll(core, [given as Intended]),
  actAll: (core, { changes }) => actAll(core, changes as Intended[]),
  setDraft: async (core, { place, text }) => {
    await core.drafts.set(place, text);
    return null;
  },
  draft: async (core, { place }) => ({ text: await core.drafts.get(place) }),
  readPage: async (core, _, asker) => {
    await core.readPage(tabOf(asker));
    return null;
  },
  parked: (core) => parkedView(core),
  discardParked: async (core, { number }) => {
    await core.mirror.commit((tx) => discard(tx, number));
    return null;
  },
  retryParked: async (core, input) => {
    await retryParked(core, input);
    return null;
  },
  history: (core, { noun, id }) => historyView(core, noun, id),
  restoreValue: async (core, input) => {
    await restoreValue(core, input);
    return null;
  },
  otherWorkspaces: (core) => otherWorkspaces(core),
  enter: async (core, { workspaceId }, _, workspaces) =>
    (await enter(core, workspaces, workspaceId)).sync.link(),
  ...captureAnswers,
  ...fileAnswers,
  rhythm: (core, home) => rhythmView(core, home),
  ...composeAnswers,
  ...pairAnswers,
  ...ruleAnswers,
  ...todayAnswers,
  ...promiseAnswers,
  ...listAnswers,
  bulk: (core, input) => bulk(core, input),
  exportRows: (core, input) => exportRows(core, input),
  ...importAnswers,
  syncNow: async (core) => {
    await core.sync.now();
    return null;
  },
};

/** Connecting to a server is never offered inside a page, where a click can be stolen. */
const ownPagesOnly: ReadonlySet<CallName> = new Set([
  'pair',
  'unpair',
  'leave',
  'takeOffer',
  'declineOffer',
  'enter',
  'otherWorkspaces',
  'mailboxes',
  'ledger',
  'exportRows',
  'importStage',
  'importCheck',
  'importRun',
  'importState',
  'importCancel',
  'importProblems',
  'importUndo',
  'imports',
  'importForget',
  'listIds',
  'bulk',
]);

const isDeskCall = (name: CallName): name is keyof DeskCalls => Object.hasOwn(deskAnswers, name);

/** @param place the workspace that the asker saw; null where it saw none: that of its tab */
export async function answer(
  office: Office,
  name: CallName,
  input: never,
  asker: Asker,
  place: string | null,
  looking: Looking = newLooking(),
): Promise<unknown> {
  if (asker.framed && ownPagesOnly.has(name)) throw new CodedError('frame.unknown', name);
  if (isDeskCall(name)) return deskAnswers[name](office, input, asker);
  if (name === 'hello') throw new CodedError('input.invalid', 'hello');
  return inCore(office, asker, place, looking, (core) =>
    coreAnswers[name](core, input, asker, office.workspaces),
  );
}
