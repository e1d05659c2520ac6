import type { Intended } from '../../../extension/outbox/outbox.ts';
import { noOrigin } from '../../../shared/domain/row.ts';
import type { Noun, Rows } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Verb } from '../../../shared/sync/mutation.ts';
import type { Client } from './client.ts';
import type { Random } from './random.ts';

/** What people know of in one run: ids by noun, mails that are in several mailboxes, and a running number for texts. */
export type Town = {
  ids: Record<Noun, Id[]>;
  members: readonly Id[];
  mails: number;
  /** Every text that is typed is another one, so that each can be followed. */
  typed: number;
};
export const newTown = (members: readonly Id[]): Town => ({
  ids: {
    member: [...members],
    pipeline: [],
    stage: [],
    ownField: [],
    company: [],
    contact: [],
    deal: [],
    task: [],
    interaction: [],
    relation: [],
    view: [],
    import: [],
    recipe: [],
    exclusion: [],
    distinction: [],
    merge: [],
    logRule: [],
    template: [],
    file: [],
  },
  members,
  mails: 0,
  typed: 0,
});

type Hands = { town: Town; client: Client; random: Random };
type Intend = (hands: Hands) => Promise<Intended[]>;

const text = ({ town, client }: Hands): string => {
  town.typed += 1;
  return `t${town.typed}-${client.name}`;
};
const maybe = <T>({ random }: Hands, value: T): T | null => (random.chance(0.5) ? value : null);

/** A row that the user sees; now and then one that is no longer there, because the screen is older than the mirror. */
async function seen<N extends Noun>(
  hands: Hands,
  noun: N,
): Promise<{ id: Id; row: Rows[N] | undefined } | null> {
  const { town, client, random } = hands;
  const ids = town.ids[noun];
  if (ids.length === 0) return null;
  for (let tries = 0; tries < 3; tries++) {
    const id = ids[Math.max(0, ids.length - 1 - random.int(Math.min(ids.length, 24)))] as Id;
    const row = await client.get(noun, id);
    if (row || random.chance(0.05)) return { id, row };
  }
  return null;
}
const idOf = async (hands: Hands, noun: Noun): Promise<Id | null> => (await seen(hands, noun))?.id ?? null;
const idsOf = async (hands: Hands, noun: Noun): Promise<Id[]> => {
  const first = await idOf(hands, noun);
  const second = hands.random.chance(0.2) ? await idOf(hands, noun) : null;
  return [...new Set([first, second].filter((id) => id !== null))];
};
const fresh = (hands: Hands, noun: Noun): Id => {
  const id = hands.client.newId();
  hands.town.ids[noun].push(id);
  return id;
};
const none: Intended[] = [];
const instant = ({ client, random }: Hands) => client.now() - random.int(1_000_000);

const company = (hands: Hands): Extract<Intended, { verb: 'company.add' }> => ({
  verb: 'company.add',
  input: {
    id: fresh(hands, 'company'),
    name: text(hands),
    domains: hands.random.chance(0.3) ? [`d${hands.random.int(8)}.example`] : [`${text(hands)}.example`],
    industry: null,
    city: null,
    country: null,
    phone: null,
    website: null,
    ownerId: null,
    own: {},
    origin: noOrigin,
  },
});

const contact = (hands: Hands, companyId: Id | null): Extract<Intended, { verb: 'contact.add' }> => ({
  verb: 'contact.add',
  input: {
    id: fresh(hands, 'contact'),
    name: text(hands),
    givenName: null,
    familyName: null,
    title: null,
    companyId,
    lifeCycle: 'lead',
    ownerId: maybe(hands, hands.client.member),
    phone: null,
    address: null,
    own: {},
    origin: noOrigin,
    // Now and then two people add the same person.
    keys: [
      {
        kind: 'email',
        value: hands.random.chance(0.3)
          ? `p${hands.random.int(12)}@acme.example`
          : `${text(hands)}@acme.example`,
        source: null,
      },
    ],
    ...(hands.random.chance(0.1) ? { private: true } : {}),
  },
});

const blank = {
  direction: null,
  channel: null,
  durationS: null,
  outcome: null,
  subject: null,
  body: null,
  bodyState: null,
  link: null,
  threadKey: null,
  participants: [],
  companyId: null,
  dealId: null,
  fingerprint: [],
};

const note = async (hands: Hands): Promise<Intended[]> => {
  const contactIds = await idsOf(hands, 'contact');
  if (contactIds.length === 0) return none;
  return [
    {
      verb: 'interaction.log',
      input: {
        ...blank,
        id: fresh(hands, 'interaction'),
        kind: 'note',
        occurredAt: instant(hands),
        body: text(hands),
        contactIds,
        dealId: hands.random.chance(0.2) ? await idOf(hands, 'deal') : null,
        ...(hands.random.chance(0.3) && { mentions: [hands.random.pick(hands.town.members)] }),
        ...(hands.random.chance(0.15) ? { private: true } : {}),
      },
    },
  ];
};

/** A mail that is in several mailboxes: each knows it by its own key, some also by its Message-ID. */
const mail = async (hands: Hands): Promise<Intended[]> => {
  const { town, client, random } = hands;
  const contactIds = await idsOf(hands, 'contact');
  if (contactIds.length === 0) return none;
  if (town.mails === 0 || random.chance(0.4)) town.mails += 1;
  const no = 1 + Math.max(0, town.mails - 1 - random.int(4));
  const keys = [`gm:${client.name}@ours.example:${no}`];
  if (random.chance(0.6)) keys.push(`mid:${no}@acme.example`);
  if (random.chance(0.5)) keys.push(`dg:${no}:${'0'.repeat(32)}`);
  const read = random.chance(0.7);
  return [
    {
      verb: 'interaction.log',
      input: {
        ...blank,
        id: fresh(hands, 'interaction'),
        kind: 'email',
        direction: 'in',
        channel: 'gmail',
        occurredAt: 1_780_000_000_000 + no * 60_000,
        subject: `mail ${no}`,
        body: read ? `text of mail ${no}` : null,
        bodyState: read ? 'read' : 'subject-only',
        threadKey: `gm:${client.name}:${no % 5}`,
        participants: [{ name: null, email: 'p1@acme.example', role: 'from' }],
        contactIds,
        fingerprint: keys,
        ...(random.chance(0.1) ? { private: true } : {}),
      },
    },
  ];
};

const deal = async (hands: Hands): Promise<Intended[]> => [
  {
    verb: 'deal.add',
    input: {
      id: fresh(hands, 'deal'),
      title: text(hands),
      amountMinor: maybe(hands, hands.random.int(1_000_000)),
      currency: 'EUR',
      expectedClose: null,
      need: null,
      companyId: hands.random.chance(0.3) ? await idOf(hands, 'company') : null,
      contactIds: await idsOf(hands, 'contact'),
      ownerId: maybe(hands, hands.client.member),
      own: {},
      origin: noOrigin,
      stageId: hands.random.chance(0.5) ? await idOf(hands, 'stage') : null,
    },
  },
];

/** A part of an import: of a new one, or one more of an own one; some of its people are there already. */
const part = async (hands: Hands): Promise<Intended[]> => {
  const { client, random } = hands;
  const before = random.chance(0.4) ? await seen(hands, 'import') : null;
  const own = before?.row?.createdBy === client.member ? before : null;
  const firm = company(hands).input;
  const people = Array.from({ length: 1 + random.int(3) }, () => {
    const { private: _, ...person } = contact(hands, random.chance(0.5) ? firm.id : null).input;
    return person;
  });
  const known = await idOf(hands, 'contact');
  const fields = random.chance(0.5)
    ? { [random.pick(['title', 'phone', 'address'])]: text(hands) }
    : { own: { colour: text(hands) } };
  const change = { noun: 'contact' as const, id: known ?? '', fill: random.chance(0.5), fields };
  const entry = {
    ...blank,
    id: fresh(hands, 'interaction'),
    kind: 'call' as const,
    occurredAt: instant(hands),
    subject: text(hands),
    contactIds: people.slice(0, 1).map(({ id }) => id),
    fingerprint: [`ext:crm:${random.int(20)}`],
  };
  return [
    {
      verb: 'import.rows',
      input: {
        ...{ id: own?.id ?? fresh(hands, 'import'), file: own?.row?.file ?? text(hands) },
        private: own?.row ? own.row.privateTo !== null : random.chance(0.15),
        companies: [firm],
        contacts: people,
        deals: [],
        interactions: random.chance(0.5) ? [entry] : [],
        changes: known ? [{ ...change, keys: [], domains: [], externalIds: [] }] : [],
      },
    },
  ];
};

const task = async (hands: Hands): Promise<Intended[]> => [
  {
    verb: 'task.add',
    input: {
      id: fresh(hands, 'task'),
      title: text(hands),
      dueDay: '2026-12-01',
      dueAt: null,
      contactId: hands.random.chance(0.7) ? await idOf(hands, 'contact') : null,
      companyId: null,
      dealId: hands.random.chance(0.3) ? await idOf(hands, 'deal') : null,
      ownerId: maybe(hands, hands.random.pick(hands.town.members)),
      ...(hands.random.chance(0.4) && { repeat: 'FREQ=DAILY' }),
      // A promise of a mail that several have; by count, so that nothing else is another draw.
      ...(hands.town.typed % 5 === 0 && {
        promisedBy: 'us' as const,
        promiseKey: `pr:${7 + (hands.town.typed % 2)}:${String(hands.town.typed % 4).repeat(32)}`,
      }),
    },
  },
];

/** A verb on a row that is there. */
const on =
  (noun: Noun, intend: (hands: Hands, id: Id, row: Rows[Noun] | undefined) => Intended | null): Intend =>
  async (hands) => {
    const found = await seen(hands, noun);
    const intended = found && intend(hands, found.id, found.row);
    return intended ? [intended] : none;
  };

/** A verb on a row that somebody may have removed. */
const gone =
  (noun: Noun, intend: (id: Id) => Intended): Intend =>
  async ({ town, random }) =>
    town.ids[noun].length === 0 ? none : [intend(random.pick(town.ids[noun]))];

const renamed = (noun: Noun, verb: 'pipeline.edit' | 'stage.edit' | 'view.edit' | 'template.edit'): Intend =>
  on(noun, (hands, id) => ({ verb, input: { id, fields: { name: text(hands) } } }) as Intended);

/** Texts under names that few choose from, so that people meet in one field. */
const contactEdit: Intend = on('contact', (hands, id) => {
  const field = hands.random.pick(['name', 'title', 'phone', 'address', 'own', 'own2'] as const);
  const value = text(hands);
  const fields =
    field === 'own'
      ? { own: { colour: value } }
      : field === 'own2'
        ? { own: { size: value } }
        : { [field]: value };
  return { verb: 'contact.edit', input: { id, fields } };
});

/** Two are one: of some fields the gone one's value is chosen. Now and then one of them is one's own, or gone. */
const merging =
  (noun: 'contact' | 'company'): Intend =>
  async (hands) => {
    const [kept, gone] = [await seen(hands, noun), await seen(hands, noun)];
    if (!kept || !gone || kept.id === gone.id) return none;
    const names = noun === 'contact' ? (['name', 'title', 'phone'] as const) : (['name', 'city'] as const);
    const row = (gone.row ?? {}) as Record<string, string | null>;
    const chosen = names.filter((name) => row[name] && hands.random.chance(0.4));
    const own = hands.random.chance(0.3) ? (row as { own?: object }).own : undefined;
    const fields = Object.fromEntries(chosen.map((name) => [name, row[name]]));
    const input = { id: kept.id, goneId: gone.id, mergeId: fresh(hands, 'merge') };
    return [
      { verb: `${noun}.merge`, input: { ...input, fields: { ...fields, ...(own && { own }) } } } as Intended,
    ];
  };

type Weighted = [weight: number, intend: Intend];

/** Every verb, by how often people use it. */
export const operations: Record<Verb, Weighted> = {
  'contact.add': [
    6,
    async (hands) => {
      const made = hands.random.chance(0.3) ? company(hands) : null;
      const known = made ? made.input.id : hands.random.chance(0.4) ? await idOf(hands, 'company') : null;
      return [...(made ? [made] : []), contact(hands, known)];
    },
  ],
  'contact.edit': [14, contactEdit],
  'contact.addKey': [
    3,
    on('contact', (hands, id) => ({
      verb: 'contact.addKey',
      input: {
        id,
        key: {
          kind: 'email',
          value: hands.random.chance(0.2)
            ? `p${hands.random.int(12)}@acme.example`
            : `${text(hands)}@acme.example`,
          source: null,
        },
      },
    })),
  ],
  'contact.removeKey': [
    2,
    on('contact', (hands, id, row) => {
      const keys = (row as Rows['contact'] | undefined)?.keys ?? [];
      if (keys.length === 0) return null;
      const { kind, value } = hands.random.pick(keys);
      return { verb: 'contact.removeKey', input: { id, key: { kind, value } } };
    }),
  ],
  'contact.remove': [2, on('contact', (_, id) => ({ verb: 'contact.remove', input: { id } }))],
  'contact.restore': [
    1,
    async ({ town, random }) =>
      town.ids.contact.length === 0
        ? none
        : [{ verb: 'contact.restore', input: { id: random.pick(town.ids.contact) } }],
  ],
  'contact.setPrivate': [
    1,
    on('contact', ({ random }, id) => ({
      verb: 'contact.setPrivate',
      input: { id, private: random.chance(0.5) },
    })),
  ],
  'contact.merge': [2, merging('contact')],
  'company.add': [1, async (hands) => [company(hands)]],
  'company.edit': [
    4,
    on('company', (hands, id) => ({
      verb: 'company.edit',
      input: {
        id,
        fields: hands.random.chance(0.2)
          ? { domains: [`${text(hands)}.example`] }
          : { [hands.random.pick(['name', 'city'])]: text(hands) },
      },
    })),
  ],
  'company.remove': [1, on('company', (_, id) => ({ verb: 'company.remove', input: { id } }))],
  'company.restore': [
    1,
    async ({ town, random }) =>
      town.ids.company.length === 0
        ? none
        : [{ verb: 'company.restore', input: { id: random.pick(town.ids.company) } }],
  ],
  'company.merge': [1, merging('company')],
  'merge.split': [2, on('merge', (_, id) => ({ verb: 'merge.split', input: { id } }))],
  'deal.add': [3, deal],
  'deal.edit': [
    4,
    async (hands) => {
      const id = await idOf(hands, 'deal');
      if (!id) return none;
      const fields = hands.random.chance(0.3)
        ? { contactIds: await idsOf(hands, 'contact') }
        : hands.random.chance(0.3)
          ? { own: { colour: text(hands) } }
          : { [hands.random.pick(['title', 'need'])]: text(hands) };
      return [{ verb: 'deal.edit', input: { id, fields } }];
    },
  ],
  'deal.move': [
    4,
    async (hands) => {
      const [id, stageId] = [await idOf(hands, 'deal'), await idOf(hands, 'stage')];
      return id && stageId ? [{ verb: 'deal.move', input: { id, stageId } }] : none;
    },
  ],
  'deal.close': [
    2,
    on('deal', (hands, id) => {
      const lost = hands.random.chance(0.5);
      const lostReason = lost ? text(hands) : null;
      const state = lost ? 'lost' : 'won';
      return {
        verb: 'deal.close',
        input: { id, state, at: instant(hands), lostReason, competitor: null },
      };
    }),
  ],
  'deal.reopen': [1, on('deal', (_, id) => ({ verb: 'deal.reopen', input: { id } }))],
  'interaction.log': [14, (hands) => (hands.random.chance(0.5) ? note(hands) : mail(hands))],
  'interaction.edit': [
    6,
    on('interaction', (hands, id) => ({
      verb: 'interaction.edit',
      input: { id, fields: { [hands.random.pick(['body', 'outcome'])]: text(hands) } },
    })),
  ],
  'interaction.move': [
    3,
    async (hands) => {
      const id = await idOf(hands, 'interaction');
      if (!id) return none;
      const [contactId, companyId] = [await idOf(hands, 'contact'), await idOf(hands, 'company')];
      const [dealId, other] = [await idOf(hands, 'deal'), await idOf(hands, 'deal')];
      const moreDealIds = other && other !== dealId && hands.random.chance(0.5) ? [other] : [];
      const to = { contactIds: contactId ? [contactId] : [], companyId, dealId, moreDealIds };
      return [{ verb: 'interaction.move', input: { id, ...to } }];
    },
  ],
  'interaction.undo': [6, on('interaction', (_, id) => ({ verb: 'interaction.undo', input: { id } }))],
  'interaction.separate': [
    1,
    on('interaction', (_, id, row) =>
      (row as Rows['interaction'] | undefined)?.joinedInto
        ? { verb: 'interaction.separate', input: { id } }
        : null,
    ),
  ],
  'interaction.setPrivate': [
    2,
    on('interaction', ({ random }, id) => ({
      verb: 'interaction.setPrivate',
      input: { id, private: random.chance(0.6) },
    })),
  ],
  'interaction.askAccess': [
    2,
    on('interaction', ({ client }, id, row) =>
      (row as Rows['interaction'] | undefined)?.privateTo !== client.member
        ? { verb: 'interaction.askAccess', input: { id } }
        : null,
    ),
  ],
  'interaction.answerAccess': [
    2,
    on('interaction', ({ random, town, client }, id, row) => {
      const asked = (row as Rows['interaction'] | undefined)?.askedBy ?? [];
      const others = town.members.filter((each) => each !== client.member);
      const memberId = asked.length > 0 ? random.pick(asked) : random.pick(others);
      return { verb: 'interaction.answerAccess', input: { id, memberId, grant: random.chance(0.6) } };
    }),
  ],
  'task.add': [4, task],
  'task.edit': [
    4,
    on('task', (hands, id) => ({ verb: 'task.edit', input: { id, fields: { title: text(hands) } } })),
  ],
  'task.complete': [
    3,
    on('task', (hands, id, row) => ({
      verb: 'task.complete',
      input: {
        id,
        at: instant(hands),
        ...(row &&
          'repeat' in row &&
          row.repeat && { next: { id: fresh(hands, 'task'), dueDay: '2026-12-02', dueAt: null } }),
      },
    })),
  ],
  'task.reopen': [1, on('task', (_, id) => ({ verb: 'task.reopen', input: { id } }))],
  'task.remove': [1, on('task', (_, id) => ({ verb: 'task.remove', input: { id } }))],
  'task.restore': [1, gone('task', (id) => ({ verb: 'task.restore', input: { id } }))],
  'deal.remove': [1, on('deal', (_, id) => ({ verb: 'deal.remove', input: { id } }))],
  'deal.restore': [1, gone('deal', (id) => ({ verb: 'deal.restore', input: { id } }))],
  'interaction.settleMention': [
    1,
    on('interaction', (_, id) => ({ verb: 'interaction.settleMention', input: { id } })),
  ],
  'pipeline.add': [
    1,
    async (hands) => [
      {
        verb: 'pipeline.add',
        input: { id: fresh(hands, 'pipeline'), name: text(hands), position: 1, lostReasons: [] },
      },
    ],
  ],
  'pipeline.edit': [1, renamed('pipeline', 'pipeline.edit')],
  'pipeline.remove': [1, on('pipeline', (_, id) => ({ verb: 'pipeline.remove', input: { id } }))],
  'stage.add': [
    1,
    async (hands) => {
      const pipelineId = await idOf(hands, 'pipeline');
      if (!pipelineId) return none;
      const id = fresh(hands, 'stage');
      const looks = { position: hands.random.int(9), probability: 50, colour: null, staleDays: null };
      return [{ verb: 'stage.add', input: { id, pipelineId, name: text(hands), requires: [], ...looks } }];
    },
  ],
  'stage.edit': [1, renamed('stage', 'stage.edit')],
  'stage.remove': [
    1,
    async (hands) => {
      const [id, moveTo] = [await idOf(hands, 'stage'), await idOf(hands, 'stage')];
      return id ? [{ verb: 'stage.remove', input: { id, moveTo } }] : none;
    },
  ],
  'ownField.add': [
    1,
    async (hands) => [
      {
        verb: 'ownField.add',
        input: {
          ...{ id: fresh(hands, 'ownField'), noun: 'contact', key: `k${hands.random.int(4)}` },
          ...{ label: text(hands), kind: 'text', options: [], position: 0, places: ['record'] },
        },
      },
    ],
  ],
  'ownField.edit': [
    1,
    on('ownField', (hands, id) => ({ verb: 'ownField.edit', input: { id, fields: { label: text(hands) } } })),
  ],
  'ownField.remove': [1, on('ownField', (_, id) => ({ verb: 'ownField.remove', input: { id } }))],
  'relation.add': [
    2,
    async (hands) => {
      const [fromId, toId] = [await idOf(hands, 'contact'), await idOf(hands, 'company')];
      if (!fromId || !toId) return none;
      const ends = { fromNoun: 'contact', fromId, toNoun: 'company', toId } as const;
      const id = fresh(hands, 'relation');
      return [{ verb: 'relation.add', input: { id, ...ends, kind: 'referred', note: text(hands) } }];
    },
  ],
  'relation.edit': [
    1,
    on('relation', (hands, id) => ({ verb: 'relation.edit', input: { id, fields: { note: text(hands) } } })),
  ],
  'relation.remove': [1, on('relation', (_, id) => ({ verb: 'relation.remove', input: { id } }))],
  'view.add': [
    1,
    async (hands) => {
      const id = fresh(hands, 'view');
      const looks = { noun: 'contact', query: '{}', position: 0, private: hands.random.chance(0.4) } as const;
      return [{ verb: 'view.add', input: { id, name: text(hands), ...looks } }];
    },
  ],
  'view.edit': [1, renamed('view', 'view.edit')],
  'view.remove': [1, on('view', (_, id) => ({ verb: 'view.remove', input: { id } }))],
  'logRule.add': [
    1,
    async (hands) => {
      const id = fresh(hands, 'logRule');
      const rule = { scope: 'thread', value: text(hands), effect: 'log', dealId: null } as const;
      return [{ verb: 'logRule.add', input: { id, ...rule } }];
    },
  ],
  'logRule.remove': [1, on('logRule', (_, id) => ({ verb: 'logRule.remove', input: { id } }))],
  'template.add': [
    1,
    async (hands) => {
      const id = fresh(hands, 'template');
      const looks = { subject: null, body: '', position: 0, private: hands.random.chance(0.4) };
      return [{ verb: 'template.add', input: { id, name: text(hands), ...looks } }];
    },
  ],
  'template.edit': [1, renamed('template', 'template.edit')],
  'template.remove': [1, on('template', (_, id) => ({ verb: 'template.remove', input: { id } }))],
  'file.add': [
    1,
    async (hands) => {
      const interactionId = await idOf(hands, 'interaction');
      if (!interactionId) return none;
      const kept = { name: text(hands), type: null, size: 1, sha256: '0'.repeat(64) };
      return [{ verb: 'file.add', input: { id: fresh(hands, 'file'), interactionId, ...kept } }];
    },
  ],
  'file.remove': [1, on('file', (_, id) => ({ verb: 'file.remove', input: { id } }))],
  'recipe.add': [
    1,
    async (hands) => {
      const shape = JSON.stringify({ text: text(hands) });
      return [
        {
          verb: 'recipe.add',
          input: { id: fresh(hands, 'recipe'), host: 'a.example', kind: 'person', shape },
        },
      ];
    },
  ],
  'recipe.remove': [1, on('recipe', (_, id) => ({ verb: 'recipe.remove', input: { id } }))],
  'exclusion.add': [
    1,
    async (hands) => {
      const id = fresh(hands, 'exclusion');
      const about = { subject: 'domain', value: text(hands), effect: 'never', note: null } as const;
      return [{ verb: 'exclusion.add', input: { id, ...about, private: hands.random.chance(0.4) } }];
    },
  ],
  'exclusion.remove': [1, on('exclusion', (_, id) => ({ verb: 'exclusion.remove', input: { id } }))],
  'distinction.add': [
    1,
    async (hands) => {
      const [one, other] = [await seen(hands, 'contact'), await seen(hands, 'contact')];
      if (!one || !other || one.id === other.id) return [];
      const [aId = '', bId = ''] = [one.id, other.id].sort();
      const id = fresh(hands, 'distinction');
      return [
        { verb: 'distinction.add', input: { id, noun: 'contact', aId, bId, askAbove: maybe(hands, 7) } },
      ];
    },
  ],
  'distinction.remove': [1, on('distinction', (_, id) => ({ verb: 'distinction.remove', input: { id } }))],
  'import.rows': [1, part],
  'import.undo': [1, on('import', (_, id) => ({ verb: 'import.undo', input: { id } }))],
};

/** One thing that somebody does; nothing, where there is nothing to do it to. */
export async function intend(hands: Hands, allowed: ReadonlySet<Verb>): Promise<Intended[]> {
  const open = (Object.keys(operations) as Verb[]).filter((verb) => allowed.has(verb));
  let left = hands.random.int(open.reduce((sum, verb) => sum + operations[verb][0], 0));
  for (const verb of open) {
    const [weight, make] = operations[verb];
    left -= weight;
    if (left < 0) return make(hands);
  }
  return none;
}
