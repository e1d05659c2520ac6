import { viewNouns } from '../../shared/domain/rows.ts';
import { isListQuery } from '../../shared/domain/view/query.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Code } from '../actions/code.ts';
import type { Importer } from '../actions/import/importer.ts';
import { jobIn } from '../actions/import/job.ts';
import { inCore } from '../actions/in-core.ts';
import { listAnswers } from '../actions/list-answers.ts';
import { seesNothing, showState } from '../actions/show-state.ts';
import type { CheckedCall } from '../messages/call-schema.ts';
import { newLooking } from '../mirror/looking.ts';
import type { Finder } from '../pairs/finder.ts';

/** When the first view stands and nobody waits for anything. */
const laterMs = 5_000;

/** Neither cached nor to be had: as good as offline. */
const missing = (cause: unknown): never => {
  throw new CodedError('server.unreachable', 'code', { cause });
};
const answers = () => import('../actions/answer.ts').catch(missing);
const rpc = () => import('../sync/rpc.ts').catch(missing);
const schemas = () => import('../messages/call-schema.ts').catch(missing);
const finding = () => import('../pairs/finder.ts').catch(missing);
const importing = () => import('../actions/import/importer.ts').catch(missing);

/** A greeting, or a list that the first page asks for. */
function firstOf(message: unknown): CheckedCall | null {
  const given = message as { id?: unknown; call?: unknown; input?: Record<string, unknown> } | null;
  if (typeof given !== 'object' || typeof given?.id !== 'number' || typeof given.input !== 'object')
    return null;
  const { call, input } = given;
  const isFirst =
    call === 'hello'
      ? input.nonce === null && input.tabId === null
      : call === 'listStart'
        ? isNoun(input.noun)
        : call === 'list' && isListQuery(input.query) && isCount(input.from) && isCount(input.count);
  return isFirst ? ({ place: null, ...given } as CheckedCall) : null;
}
const isNoun = (noun: unknown): boolean => viewNouns.some((known) => known === noun);
const isCount = (count: unknown): boolean =>
  Number.isInteger(count) && Number(count) >= 0 && Number(count) <= 1_000_000;

/** What the first page asks is answered by what is there at once; the rest comes when it is first asked for. */
export const lateCode: Code = {
  answer: async (office, name, input, asker, place, looking = newLooking()) =>
    name === 'list' || name === 'listStart'
      ? inCore(office, asker, place, looking, (core) => listAnswers[name](core, input, asker))
      : (await answers()).answer(office, name, input, asker, place, looking),
  show: (desk, core, tabId, framed) => showState(desk, core, { tabId, framed }, seesNothing),
  // Who can speak here is a page of this origin alone: its first words are looked at, all else is checked as anywhere.
  checked: (message) => firstOf(message) ?? schemas().then(({ checkedCall }) => checkedCall(message)),
  openServer: (parts) => {
    const server = async () => (await rpc()).openServer(parts);
    return {
      claim: async (...given) => (await server()).claim(...given),
      enter: async (...given) => (await server()).enter(...given),
      leave: async (...given) => (await server()).leave(...given),
      workspaces: async (...given) => (await server()).workspaces(...given),
      workspace: async (...given) => (await server()).workspace(...given),
      older: async (...given) => (await server()).older(...given),
      history: async (...given) => (await server()).history(...given),
      happenings: async (...given) => (await server()).happenings(...given),
      touches: async (...given) => (await server()).touches(...given),
      stagePaces: async (...given) => (await server()).stagePaces(...given),
      fileHeld: async (...given) => (await server()).fileHeld(...given),
      putFile: async (...given) => (await server()).putFile(...given),
      filePart: async (...given) => (await server()).filePart(...given),
    };
  },
  openRemote: (parts, device) => {
    const remote = async () => (await rpc()).openRemote(parts, device);
    return {
      push: async (given) => (await remote()).push(given),
      pull: async (given) => (await remote()).pull(given),
      rotate: async () => (await remote()).rotate(),
      touch: async () => (await remote()).touch(),
      live: async (on) => (await remote()).live(on),
    };
  },
  openImporter: (parts) => {
    let opened: Promise<Importer> | null = null;
    const importer = () => {
      opened ??= importing().then(({ openImporter }) => openImporter(parts));
      return opened;
    };
    const isAtWork = async () => (await parts.mirror.read(jobIn)) !== null;
    return {
      stage: async (given) => (await importer()).stage(given),
      check: async (...given) => (await importer()).check(...given),
      run: async (...given) => (await importer()).run(...given),
      state: async () => (await importer()).state(),
      cancel: async (id) => (await importer()).cancel(id),
      problems: async (...given) => (await importer()).problems(...given),
      undo: async (id) => (await importer()).undo(id),
      list: async () => (await importer()).list(),
      forget: async (id) => (await importer()).forget(id),
      // Most starts have nothing to go on with.
      resume: () =>
        void isAtWork()
          .then(async (is) => is && (await importer()).resume())
          .catch(parts.report),
      isAtWork,
      idle: async () => (await opened)?.idle(),
      close: () => void opened?.then((open) => open.close()),
    };
  },
  // Files come out of a mailbox, which no page of a server's shows.
  openUploads: () => ({
    resume: () => undefined,
    retry: async () => undefined,
    wakeAt: async () => null,
    close: () => undefined,
  }),
  // Doubles are nobody's first question: a moment after the first view.
  openFinder: (parts) => {
    let opened: Promise<Finder> | null = null;
    let found: Finder | null = null;
    return {
      resume: () => {
        parts.after(laterMs, () => {
          opened ??= finding().then(({ openFinder }) => openFinder(parts));
          opened.then((finder) => {
            found = finder;
            finder.resume();
          }, parts.report);
        });
      },
      state: () => found?.state() ?? { scanned: 0, of: 0, running: true },
      close: () => void opened?.then((finder) => finder.close()),
    };
  },
};
