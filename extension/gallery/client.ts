import { noOrigin } from '../../shared/domain/row.ts';
import type { Interaction, Noun, Rows } from '../../shared/domain/rows.ts';
import { splitByDue } from '../../shared/domain/task/due.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { applyMutation, type Changed } from '../../shared/sync/apply.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { CallName, Calls } from '../messages/calls.ts';
import type { Client } from '../messages/client.ts';
import type { LogState, PersonView, SidebarState, ThreadOnScreen, TimelineEntry } from '../messages/state.ts';
import { contact, email, id, interaction, today } from './rows.ts';
import type { Scene } from './states.ts';

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
  }
  /** Changes what the browser decides: theme and language. */
  look(change: Partial<Pick<SidebarState, 'theme' | 'locale' | 'framed'>>): void {
    this.#push(change);
  }
  opened(what: string): void {
    document.documentElement.dataset.opened = what;
  }
  async call<N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> {
    if (this.#scene.silent && name !== 'hello') return new Promise(() => {});
    if (this.#scene.broken && name === 'person') throw new CodedError(this.#scene.broken);
    const handle = this.#handlers[name];
    if (!handle) throw new CodedError('server.unreachable');
    return handle(input) as Calls[N]['out'];
  }
  onState(listener: (state: SidebarState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#scene.state);
    return () => this.#listeners.delete(listener);
  }
  onFocus(): () => void {
    return () => {};
  }

  get #world() {
    return this.#scene.cast.world;
  }
  #push(change: Partial<SidebarState> = {}): null {
    const { state } = this.#scene;
    this.#scene.state = {
      ...state,
      ...change,
      version: state.version + 1,
      people: (change.people ?? state.people).map((person) => ({
        ...person,
        contact: this.#world.contact.find((one) => one.id === person.contact?.id) ?? person.contact,
      })),
    };
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
      { get: (noun, rowId) => this.#world[noun].find((row) => row.id === rowId) },
      mutation,
      { me: this.#scene.cast.me.id, firstStage: this.#world.stage[0] ?? null, sameMail: null },
    );
    for (const change of changes) this.#put(change);
    if (mutation.verb === 'interaction.undo') this.#setLog(mutation.input.id, { state: 'none' });
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
  #timeline(of: (row: Interaction) => boolean): TimelineEntry[] {
    const { me } = this.#scene.cast;
    return this.#world.interaction
      .filter((row) => row.deletedAt === null && of(row))
      .sort((a, b) => b.occurredAt - a.occurredAt)
      .map((row) => ({
        interaction: row,
        by: this.#world.member.find((member) => member.id === row.loggedBy)?.name ?? '?',
        byMe: row.loggedBy === me.id,
        deal: this.#world.deal.find((deal) => deal.id === row.dealId)?.title ?? null,
        waiting: this.#scene.state.link.status === 'offline' && row.occurredAt > Date.now() - 60_000,
      }));
  }
  #person(contactId: string): PersonView | null {
    const found = this.#world.contact.find((row) => row.id === contactId);
    if (!found) return null;
    const timeline = this.#timeline((row) => row.contactIds.includes(contactId));
    const deals = this.#world.deal.filter((row) => row.contactIds.includes(contactId));
    return {
      contact: found,
      company: this.#world.company.find((row) => row.id === found.companyId) ?? null,
      owner: this.#world.member.find((row) => row.id === found.ownerId) ?? null,
      deals,
      stages: this.#world.stage,
      tasks: this.#world.task.filter(
        (row) =>
          row.doneAt === null &&
          (row.contactId === contactId || deals.some((deal) => deal.id === row.dealId)),
      ),
      ownFields: this.#world.ownField,
      timeline,
      older: timeline.length > 5,
      lastContactAt:
        timeline.find((entry) => entry.interaction.kind !== 'note')?.interaction.occurredAt ?? null,
    };
  }
  #log(input: Omit<Interaction, keyof ReturnType<typeof interaction>> & Partial<Interaction>): string {
    const row = interaction(input.kind ?? 'note', Date.now(), { loggedBy: this.#scene.cast.me.id, ...input });
    this.#put({ noun: 'interaction', row: { ...row, id: id() + made() } });
    return this.#world.interaction.at(-1)?.id ?? row.id;
  }

  readonly #handlers: Handlers = {
    hello: () => this.#scene.state,
    select: ({ key }) => this.#push({ selected: key }),
    chooseDeal: ({ dealId }) => {
      const thread = this.#thread();
      if (!thread) return null;
      const deal = thread.target.deals.find((one) => one.id === dealId) ?? null;
      const target = { ...thread.target, deal, basis: 'chosen' as const };
      this.#push({ screen: { kind: 'thread', thread: { ...thread, target } } });
      return null;
    },
    person: ({ contactId }) => this.#person(contactId),
    company: ({ companyId }) => {
      const found = this.#world.company.find((row) => row.id === companyId);
      if (!found) return null;
      const contacts = this.#world.contact.filter((row) => row.companyId === companyId);
      return {
        company: found,
        contacts,
        deals: this.#world.deal.filter((row) => row.companyId === companyId),
        stages: this.#world.stage,
        timeline: this.#timeline((row) =>
          row.contactIds.some((one) => contacts.some(({ id: own }) => own === one)),
        ),
      };
    },
    deal: ({ dealId }) => {
      const found = this.#world.deal.find((row) => row.id === dealId);
      if (!found) return null;
      return {
        deal: found,
        contacts: this.#world.contact.filter((row) => found.contactIds.includes(row.id)),
        company: this.#world.company.find((row) => row.id === found.companyId) ?? null,
        owner: null,
        stages: this.#world.stage,
        tasks: this.#world.task.filter((row) => row.doneAt === null && row.dealId === dealId),
        ownFields: this.#world.ownField,
        timeline: this.#timeline((row) => row.dealId === dealId),
      };
    },
    today: () => ({
      ...splitByDue(this.#world.task, today),
      recent: this.#world.contact
        .flatMap((row) => {
          const at = this.#timeline((entry) => entry.contactIds.includes(row.id))[0]?.interaction.occurredAt;
          const works = this.#world.company.find((one) => one.id === row.companyId)?.name ?? null;
          return at === undefined ? [] : [{ contact: row, company: works, at }];
        })
        .sort((a, b) => b.at - a.at),
    }),
    search: ({ text }) => {
      const wanted = text.toLowerCase();
      const hit = (name: string) => name.toLowerCase().includes(wanted);
      return [
        ...this.#world.contact
          .filter((row) => hit(row.name))
          .map((row) => ({ noun: 'contact' as const, id: row.id, title: row.name, detail: row.title })),
        ...this.#world.company
          .filter((row) => hit(row.name))
          .map((row) => ({
            noun: 'company' as const,
            id: row.id,
            title: row.name,
            detail: row.domains[0] ?? null,
          })),
        ...this.#world.deal
          .filter((row) => hit(row.title))
          .map((row) => ({ noun: 'deal' as const, id: row.id, title: row.title, detail: null })),
      ];
    },
    log: ({ messages, add }) => {
      const thread = this.#thread();
      if (!thread) throw new CodedError('mail.unread');
      if (add) this.#add(add);
      const open = thread.messages.filter(
        (message) =>
          message.log.state !== 'logged' &&
          message.log.state !== 'waiting' &&
          (messages === 'all' || message.id === thread.selectedId),
      );
      const interactionIds = open.map((message) => {
        const interactionId = this.#log({
          kind: 'email',
          subject: thread.subject,
          bodyState: 'read',
          contactIds: this.#thread()?.target.contacts.map((one) => one.id) ?? [],
          dealId: thread.target.deal?.id ?? null,
        });
        this.#setLog((messageId) => messageId === message.id, {
          state: this.#scene.state.link.status === 'offline' ? 'waiting' : 'logged',
          interactionId,
          by: 'You',
          byMe: true,
          at: Date.now(),
          deal: thread.target.deal?.title ?? null,
          bodyState: 'read',
        });
        return interactionId;
      });
      this.#push();
      return { logged: open.length, already: thread.messages.length - open.length, interactionIds };
    },
    addContact: (input) => {
      const contactId = this.#add(input);
      this.#push();
      return { contactId, existed: false };
    },
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
    act: (intended) => {
      this.#act(intended as Pick<Mutation, 'verb' | 'input'>);
      return { number: 1 };
    },
    setDraft: ({ place, text }) => {
      if (text === null) this.#drafts.delete(place);
      else this.#drafts.set(place, text);
      return null;
    },
    draft: ({ place }) => ({ text: this.#drafts.get(place) ?? null }),
    readPage: () => null,
    syncNow: () => this.#push({ link: { ...this.#scene.state.link, status: 'online', waiting: 0 } }),
    retryParked: () => this.#push({ link: { ...this.#scene.state.link, parked: [] } }),
    discardParked: () => this.#push({ link: { ...this.#scene.state.link, parked: [] } }),
    pair: ({ link }) => {
      if (!link.includes('#')) throw new CodedError('pairing.unknown');
      this.#push({ link: { ...this.#scene.state.link, status: 'online' } });
      return this.#scene.state.link;
    },
    setLocale: ({ locale }) => this.#push({ locale: locale ?? 'en' }),
    setLogOnSend: ({ on }) => this.#push({ logOnSend: on }),
    health: () => ({ line: 'gallery' }),
  };

  #add(input: Calls['addContact']['in']): string {
    const row = contact(input.name, {
      id: id() + made(),
      title: input.title,
      phone: input.phone,
      lifeCycle: input.lifeCycle,
      keys: input.email ? [email(input.email)] : [],
    });
    this.#put({ noun: 'contact', row });
    const people = this.#scene.state.people.map((person) =>
      person.email !== null && person.email === input.email
        ? {
            ...person,
            contact: row,
            match: { noun: 'contact' as const, id: row.id, basis: [] },
            maybe: null,
          }
        : person,
    );
    const thread = this.#thread();
    this.#scene.state = {
      ...this.#scene.state,
      people,
      ...(thread && {
        screen: {
          kind: 'thread',
          thread: {
            ...thread,
            target: {
              ...thread.target,
              contacts: [...thread.target.contacts, { id: row.id, name: row.name }],
              unknown: Math.max(0, thread.target.unknown - 1),
              blocked: null,
            },
          },
        },
      }),
    };
    return row.id;
  }
}

let count = 0;
/** Keeps ids apart; no server ever reads them. */
const made = (): string => `-${++count}`;
