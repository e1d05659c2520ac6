import { dealsOfEntry } from '../../shared/domain/interaction/entry-deals.ts';
import { noOrigin } from '../../shared/domain/row.ts';
import type { Interaction, Noun, Rows } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { applyMutation, type Changed } from '../../shared/sync/apply.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { CallName, Calls } from '../messages/calls.ts';
import type { Client } from '../messages/client.ts';
import type { LogState, SidebarState, ThreadOnScreen } from '../messages/state.ts';
import { boardAnswer, losingAnswer } from './board.ts';
import { mergesAnswer, mergingAnswer } from './merging.ts';
import { recognise } from './recognise.ts';
import { contact, email, id, interaction } from './rows.ts';
import type { Scene } from './scene.ts';
import {
  companyView,
  dealView,
  happeningsView,
  ownFieldsView,
  paletteView,
  personView,
  searchView,
  tasksView,
  timelineView,
  todayView,
} from './views.ts';

type Handlers = { [N in CallName]?: (input: Calls[N]['in']) => Calls[N]['out'] };

/** A background of fixtures that behaves: what is logged turns to logged, and can be undone. */
export class GalleryClient implements Client {
  readonly #scene: Scene;
  readonly #listeners = new Set<(state: SidebarState) => void>();
  readonly #drafts = new Map<string, string>();

  constructor(scene: Scene) {
    this.#scene = scene;
    // So that a test can ask what was opened, without a channel of its own.
    document.documentElement.dataset.opened = '';
    document.documentElement.dataset.asked = '';
  }
  /** Changes what the browser decides: theme and language. */
  look(change: Partial<Pick<SidebarState, 'theme' | 'locale' | 'framed'>>): void {
    this.#push(change);
  }
  opened(what: string): void {
    document.documentElement.dataset.opened = what;
  }
  async call<N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> {
    document.documentElement.dataset.asked += ` ${name}`;
    if (this.#scene.silent && name !== 'hello') return new Promise(() => {});
    if (this.#scene.broken && name === 'person') throw new CodedError(this.#scene.broken);
    const handle = (this.#scene.answers?.[name] ?? this.#handlers[name]) as
      | ((input: Calls[N]['in']) => unknown)
      | undefined;
    if (!handle) throw new CodedError('server.unreachable');
    return handle(input) as Calls[N]['out'];
  }
  onState(listener: (state: SidebarState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#scene.state);
    return () => this.#listeners.delete(listener);
  }
  onDoubt(): () => void {
    return () => {};
  }
  onFocus(): () => void {
    return () => {};
  }

  get #world() {
    return this.#scene.cast.world;
  }
  #push(change: Partial<SidebarState> = {}): null {
    const { state } = this.#scene;
    this.#scene.state = recognise({ ...state, ...change, version: state.version + 1 }, this.#world);
    for (const listener of this.#listeners) listener(this.#scene.state);
    return null;
  }
  #put({ noun, row }: Changed): void {
    const rows = this.#world[noun] as Rows[Noun][];
    const at = rows.findIndex((one) => one.id === row.id);
    if (at < 0) rows.push(row);
    else rows[at] = row;
  }
  #act(intended: Pick<Mutation, 'verb' | 'input'>): void {
    const mutation = { ...intended, number: 1, at: Date.now() } as Mutation;
    const changes = applyMutation(
      {
        get: (noun, rowId) => this.#world[noun].find((row) => row.id === rowId && row.deletedAt === null),
        removed: (noun, rowId) => this.#world[noun].find((row) => row.id === rowId && row.deletedAt !== null),
      },
      mutation,
      { me: this.#scene.cast.me.id, firstStage: this.#world.stage[0] ?? null, sameMail: null },
    );
    for (const change of changes) this.#put(change);
    if (mutation.verb === 'interaction.undo') this.#setLog(mutation.input.id, { state: 'none', why: null });
    this.#push();
  }
  #thread(): ThreadOnScreen | null {
    const { screen } = this.#scene.state;
    return screen.kind === 'thread' ? screen.thread : null;
  }
  /** The state of the messages that an interaction stands for, or of those given. */
  #setLog(which: string | ((messageId: string) => boolean), log: LogState): void {
    const thread = this.#thread();
    if (!thread) return;
    const messages = thread.messages.map((message) => {
      const hit =
        typeof which === 'string'
          ? 'interactionId' in message.log && message.log.interactionId === which
          : which(message.id);
      return hit ? { ...message, log } : message;
    });
    this.#scene.state = { ...this.#scene.state, screen: { kind: 'thread', thread: { ...thread, messages } } };
  }
  #log(input: Omit<Interaction, keyof ReturnType<typeof interaction>> & Partial<Interaction>): string {
    const row = interaction(input.kind ?? 'note', Date.now(), { loggedBy: this.#scene.cast.me.id, ...input });
    this.#put({ noun: 'interaction', row: { ...row, id: id() + made() } });
    return this.#world.interaction.at(-1)?.id ?? row.id;
  }

  readonly #handlers: Handlers = {
    hello: () => this.#scene.state,
    select: ({ key }) => this.#push({ selected: key }),
    chooseTarget: ({ dealIds }) => {
      const thread = this.#thread();
      if (!thread || !dealIds) return null;
      const deals = thread.target.open.filter((one) => dealIds.includes(one.id));
      const target = { ...thread.target, deals, basis: 'chosen' as const };
      this.#push({ screen: { kind: 'thread', thread: { ...thread, target } } });
      return null;
    },
    stopLogging: () => null,
    logPlace: ({ id }) => {
      const entry = this.#world.interaction.find((row) => row.id === id);
      if (!entry) return null;
      const { contact, company, deal } = this.#world;
      const about = dealsOfEntry(entry);
      const [deals, open] = [true, false].map((isIn) =>
        deal.filter((one) => about.includes(one.id) === isIn && (isIn || one.state === 'open')),
      );
      return {
        contacts: contact.filter((one) => entry.contactIds.includes(one.id)),
        company: company.find((one) => one.id === entry.companyId) ?? null,
        deals: deals ?? [],
        open: open ?? [],
      };
    },
    person: ({ contactId }) => personView(this.#scene, contactId),
    company: ({ companyId }) => companyView(this.#scene, companyId),
    deal: ({ dealId }) => dealView(this.#scene, dealId),
    timeline: (input) => timelineView(this.#scene, input),
    ownFields: () => ownFieldsView(this.#scene),
    rhythm: () => null,
    files: () => [],
    recordFiles: () => [],
    threadFiles: () => [],
    rules: () => [],
    promises: () => ({ offers: [], asks: [], kept: [] }),
    previewRule: () => ({ lines: [] }),
    setRule: () => ({ added: [], removed: [] }),
    unsetRule: () => null,
    undoRule: () => ({ undone: 0 }),
    inbox: () => ({ rows: [], seen: 0 }),
    openThread: () => null,
    setRowChips: ({ on = true, leftOut = [] }) => this.#push({ rowChips: { on, leftOut } }),
    silentDeals: () => [],
    newcomers: () => [],
    laterNewcomer: () => null,
    addNewcomer: () => ({ contactId: this.#world.contact[0]?.id ?? '', existed: false }),
    missed: () => ({ since: null, lines: [] }),
    exclusions: () => ({ rules: this.#world.exclusion, members: this.#world.member, mayArrange: false }),
    happenings: () => happeningsView(this.#scene),
    today: () => todayView(this.#scene),
    joined: () => this.#scene.joined ?? [],
    merging: (input) => mergingAnswer(this.#world, input),
    merges: (input) => mergesAnswer(this.#world, input),
    search: ({ text }) => searchView(this.#world, text),
    palette: ({ text }) => paletteView(this.#world, text),
    paletteUsed: () => null,
    setTheme: ({ theme }) => this.#push({ theme, themeChosen: theme }),
    log: ({ messages, add }) => {
      const thread = this.#thread();
      if (!thread) throw new CodedError('mail.unread');
      if (add) this.#add(add);
      const open = thread.messages.filter(
        (message) =>
          message.log.state !== 'logged' &&
          message.log.state !== 'waiting' &&
          (messages === 'missing' ||
            (messages === 'selected' ? message.id === thread.selectedId : messages.includes(message.id))),
      );
      const interactionIds = open.map((message) => {
        const interactionId = this.#log({
          kind: 'email',
          subject: thread.subject,
          bodyState: 'read',
          contactIds: this.#thread()?.target.contacts.map((one) => one.id) ?? [],
          dealId: thread.target.deals[0]?.id ?? null,
        });
        this.#setLog((messageId) => messageId === message.id, {
          state: this.#scene.state.link.status === 'offline' ? 'waiting' : 'logged',
          interactionId,
          by: 'You',
          byMe: true,
          at: Date.now(),
          contacts: thread.target.contacts,
          company: thread.target.company,
          deals: thread.target.deals,
          rule: null,
          ruleId: null,
          bodyState: 'read',
          private: thread.private,
        });
        return interactionId;
      });
      this.#push();
      const already = thread.messages.length - open.length;
      return {
        logged: open.length,
        already,
        interactionIds,
        newIds: interactionIds,
        leftOut: [],
        stopped: false,
      };
    },
    addContact: (input) => {
      const contactId = this.#add(input);
      this.#push();
      return { contactId, existed: false };
    },
    addContacts: ({ people }) => {
      const contactIds = people.map((person) => this.#add(person));
      this.#push();
      return { contactIds, companyIds: [], existed: 0 };
    },
    takeDifference: (told) => this.#settle(told),
    dismissDifference: (told) => this.#settle(told),
    point: () => null,
    teach: () => this.#push({ teaching: { stage: 'pointing' } }),
    stopTeaching: () => this.#push({ teaching: null }),
    saveTaught: () => {
      this.#push({ teaching: null });
      return { recipeId: id() + made() };
    },
    recipes: () => [],
    readCard: () => ({ found: 0 }),
    note: ({ text, about }) => {
      const interactionId = this.#log({ kind: 'note', body: text, ...about });
      this.#push();
      return { interactionId };
    },
    call: ({ about, outcome, durationS, nextStep }) => {
      const interactionId = this.#log({ kind: 'call', outcome, durationS, direction: 'out', ...about });
      if (nextStep) {
        this.#act({
          verb: 'task.add',
          input: {
            id: id() + made(),
            ...nextStep,
            dueAt: null,
            contactId: about.contactIds[0] ?? null,
            companyId: null,
            dealId: about.dealId,
            ownerId: null,
          },
        });
      }
      this.#push();
      return { interactionId };
    },
    addDeal: (input) => {
      const dealId = id() + made();
      this.#act({
        verb: 'deal.add',
        input: { id: dealId, ...input, ownerId: null, own: {}, origin: noOrigin },
      });
      return { dealId };
    },
    actAll: ({ changes }) => {
      for (const change of changes) this.#act(change as Pick<Mutation, 'verb' | 'input'>);
      return { number: changes.length };
    },
    act: (intended) => {
      this.#act(intended as Pick<Mutation, 'verb' | 'input'>);
      return { number: 1 };
    },
    board: (input) => boardAnswer(this.#scene, input),
    losing: ({ pipelineId }) => losingAnswer(this.#scene, pipelineId),
    tasks: () => tasksView(this.#scene),
    team: () => ({ me: this.#scene.cast.me.id, members: this.#world.member }),
    setDraft: ({ place, text }) => {
      if (text === null) this.#drafts.delete(place);
      else this.#drafts.set(place, text);
      return null;
    },
    draft: ({ place }) => ({ text: this.#drafts.get(place) ?? null }),
    readPage: () => null,
    syncNow: () => this.#push({ link: { ...this.#scene.state.link, status: 'online', waiting: 0 } }),
    parked: () => this.#scene.parked ?? [],
    history: () => {
      if (this.#scene.state.link.status === 'offline') throw new CodedError('server.unreachable');
      return this.#scene.history ?? [];
    },
    restoreValue: () => null,
    retryParked: () => this.#settled(),
    discardParked: () => this.#settled(),
    pair: ({ link }) => {
      if (!link.includes('#')) throw new CodedError('pairing.unknown');
      this.#push({ link: { ...this.#scene.state.link, status: 'online' } });
      return this.#scene.state.link;
    },
    takeOffer: () => {
      this.#push({ offer: null, link: { ...this.#scene.state.link, status: 'online' } });
      return this.#scene.state.link;
    },
    declineOffer: () => this.#push({ offer: null }),
    readEnded: () => this.#push({ ended: [] }),
    switchPlace: ({ place }) => this.#push({ place }),
    bindMailbox: ({ place }) => this.#mailbox({ bound: place }),
    setMailboxPrivate: ({ private: hidden }) => this.#mailbox({ private: hidden }),
    setPrivate: ({ private: hidden }) => {
      const thread = this.#thread();
      return this.#push(thread ? { screen: { kind: 'thread', thread: { ...thread, private: hidden } } } : {});
    },
    pairs: () => ({ state: { scanned: 0, of: 0, running: false }, total: 0, rows: [] }),
    pairsCount: () => ({ contact: 0, company: 0 }),
    likely: () => [],
    likelyCompany: () => [],
    likelyEach: ({ people }) => people.map(() => null),
    lookAlikes: () => [],
    dismissLookAlike: () => null,
    setLocale: ({ locale }) => this.#push({ locale: locale ?? 'en' }),
    setLogOnSend: ({ on }) => this.#push({ logOnSend: on }),
    health: () => ({ line: 'gallery', levels: [] }),
  };

  #settle({ contactId, field }: Calls['takeDifference']['in']): null {
    const people = this.#scene.state.people.map((person) =>
      person.contact?.id === contactId
        ? { ...person, differences: person.differences.filter((each) => each.field !== field) }
        : person,
    );
    return this.#push({ people });
  }
  #settled(): null {
    this.#scene.parked = [];
    return this.#push({ link: { ...this.#scene.state.link, parked: [] } });
  }
  #mailbox(change: Partial<NonNullable<SidebarState['mailbox']>>): null {
    const { mailbox } = this.#scene.state;
    return this.#push({ mailbox: mailbox && { ...mailbox, ...change } });
  }
  #add(input: Calls['addContact']['in']): string {
    const row = contact(input.name, {
      id: id() + made(),
      title: input.title,
      phone: input.phone,
      lifeCycle: input.lifeCycle,
      keys: input.email ? [email(input.email)] : [],
    });
    this.#put({ noun: 'contact', row });
    this.#scene.state = recognise(this.#scene.state, this.#world);
    return row.id;
  }
}

let count = 0;
/** Keeps ids apart; no server ever reads them. */
const made = (): string => `-${++count}`;
