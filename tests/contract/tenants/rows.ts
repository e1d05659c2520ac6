import { createHash } from 'node:crypto';
import { limits } from '../../../shared/domain/limits.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Delta } from '../../../shared/sync/delta.ts';
import type { Input, MutationResult, Verb } from '../../../shared/sync/mutation.ts';
import { newId } from '../desk.ts';
import { companyInput, contactInput, dealInput, mailInput, partInput, taskInput } from '../inputs.ts';
import type { Fetch } from './app.ts';

/** What a workspace holds, by what it is to a member without a part in it. */
export type Ids = {
  workspace: Id;
  contact: Id;
  company: Id;
  deal: Id;
  task: Id;
  interaction: Id;
  stage: Id;
  otherStage: Id;
  pipeline: Id;
  ownField: Id;
  relation: Id;
  imported: Id;
  view: Id;
  recipe: Id;
  exclusion: Id;
  distinction: Id;
  /** Two that could be one with `contact` and `company`. */
  second: Id;
  secondCompany: Id;
  merge: Id;
  logRule: Id;
  template: Id;
  file: Id;
  member: Id;
  device: Id;
  /** Every other id that a member may know. */
  others: Id[];
  /** Private to one member: for others not there at all. */
  hidden: Id[];
  /** Private entries: for others masked. */
  masked: Id[];
  /** Clients that have pushed. */
  clients: Id[];
};

type Planting = {
  workspaceId: Id;
  members: { owner: Id; author: Id; let: Id; others: Id[] };
  tokens: { owner: string; author: string; let: string | null };
  words: { shared: string; mia: string; olive: string; let: string };
  deviceIds: Id[];
};

export type Pusher = {
  client: Id;
  act: <V extends Verb>(verb: V, input: Input<V>) => Promise<MutationResult>;
};

/** A client that pushes one mutation at a time over HTTP. */
export function pusher(fetch: Fetch, token: string): Pusher {
  const client = newId();
  let number = 0;
  return {
    client,
    async act(verb, input) {
      number += 1;
      const answer = await fetch('/trpc/sync.push', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ clientId: client, confirmed: 0, mutations: [{ number, verb, input, at: 1 }] }),
      });
      const said = (await answer.json()) as { result?: { data: { results: MutationResult[] } } };
      const result = said.result?.data.results[0];
      if (!result) throw new Error(`${verb} was not taken: ${JSON.stringify(said)}`);
      return result;
    },
  };
}

/** Rows with a word in every text that a row can carry. */
export async function plantRows(
  fetch: Fetch,
  { workspaceId, members, tokens, words, deviceIds }: Planting,
): Promise<Ids> {
  const owner = pusher(fetch, tokens.owner);
  const author = pusher(fetch, tokens.author);
  const known = { contact: newId(), company: newId(), deal: newId(), task: newId(), interaction: newId() };
  const planted = {
    ...{ imported: newId(), relation: newId(), view: newId(), ownField: newId() },
    ...{ recipe: newId(), exclusion: newId(), distinction: newId() },
    ...{ merge: newId(), second: newId(), secondCompany: newId() },
    ...{ logRule: newId(), template: newId(), file: newId() },
  };
  const done = async (result: Promise<MutationResult>) => {
    const { status } = await result;
    if (status !== 'applied') throw new Error(`not planted: ${JSON.stringify(await result)}`);
  };
  const person = (word: string) => ({
    name: `Ada ${word}`,
    title: `Head of ${word}`,
    phone: `+49 ${word}`,
    address: `${word} street`,
    keys: [{ kind: 'email' as const, value: `ada@${word}.example`, source: word }],
    origin: { channel: word, page: `https://${word}.example/`, campaign: word, referrer: word },
  });
  const mail = (word: string, contactIds: Id[]) => ({
    subject: `Subject ${word}`,
    body: `Body ${word}`,
    outcome: `Outcome ${word}`,
    link: `https://${word}.example/mail`,
    threadKey: `thread-${word}`,
    channel: word,
    participants: [{ name: `From ${word}`, email: `from@${word}.example`, role: 'from' as const }],
    contactIds,
    fingerprint: [`mid:${word}-${newId()}@example`],
  });
  await done(
    owner.act(
      'company.add',
      companyInput({
        id: known.company,
        name: `ACME ${words.shared}`,
        domains: [`${words.shared}.example`],
        city: words.shared,
        industry: words.shared,
        website: words.shared,
      }),
    ),
  );
  await done(
    owner.act(
      'contact.add',
      contactInput({ id: known.contact, companyId: known.company, ...person(words.shared) }),
    ),
  );
  await done(owner.act('contact.edit', { id: known.contact, fields: { title: `Chief of ${words.shared}` } }));
  await done(
    owner.act(
      'deal.add',
      dealInput({
        id: known.deal,
        title: `Renewal ${words.shared}`,
        need: words.shared,
        contactIds: [known.contact],
        companyId: known.company,
      }),
    ),
  );
  await done(
    owner.act(
      'task.add',
      taskInput({
        id: known.task,
        title: `Call ${words.shared}`,
        contactId: known.contact,
        dealId: known.deal,
      }),
    ),
  );
  await done(
    owner.act(
      'interaction.log',
      mailInput({
        id: known.interaction,
        dealId: known.deal,
        companyId: known.company,
        ...mail(words.shared, [known.contact]),
      }),
    ),
  );

  await done(
    owner.act(
      'import.rows',
      partInput({
        id: planted.imported,
        file: `${words.shared}.csv`,
        contacts: [contactInput({ name: `Imported ${words.shared}` })],
      }),
    ),
  );
  await done(
    author.act(
      'import.rows',
      partInput({
        file: `${words.mia}.csv`,
        private: true,
        contacts: [contactInput({ name: `Imported ${words.mia}` })],
      }),
    ),
  );
  await done(
    owner.act('relation.add', {
      ...{ id: planted.relation, fromNoun: 'contact', fromId: known.contact, kind: 'referred' },
      ...{ toNoun: 'company', toId: known.company, note: words.shared },
    }),
  );
  await done(
    owner.act('ownField.add', {
      ...{ id: planted.ownField, noun: 'contact', key: 'word', label: words.shared, kind: 'text' },
      ...{ options: [], position: 0, places: [] },
    }),
  );
  const looks = { noun: 'contact', query: JSON.stringify({ text: words.shared }), position: 0 } as const;
  await done(
    owner.act('view.add', { id: planted.view, name: `View ${words.shared}`, ...looks, private: false }),
  );
  const taught = { host: `${words.shared}.example`, kind: 'person', shape: words.shared } as const;
  await done(owner.act('recipe.add', { id: planted.recipe, ...taught }));
  await done(
    author.act('logRule.add', {
      ...{ id: planted.logRule, scope: 'thread', value: words.mia, effect: 'log', dealId: null },
    }),
  );
  await done(
    owner.act('template.add', {
      ...{ id: planted.template, name: words.shared, subject: words.shared, body: words.shared },
      ...{ position: 0, private: false },
    }),
  );
  const bytes = Buffer.from(`Bytes of ${words.shared}`);
  await done(
    owner.act('file.add', {
      ...{ id: planted.file, interactionId: known.interaction, name: `${words.shared}.pdf`, type: null },
      ...{ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    }),
  );
  const stored = await fetch('/trpc/file.put', {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.owner}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: planted.file, part: 0, bytes: bytes.toString('base64') }),
  });
  if (stored.status !== 200) throw new Error(`file.put was not taken: ${await stored.text()}`);

  const never = { subject: 'domain', effect: 'never', note: words.shared } as const;
  await done(
    owner.act('exclusion.add', {
      ...{ id: planted.exclusion, ...never, value: `never.${words.shared}.example`, private: false },
    }),
  );
  const namesake = contactInput({ id: planted.second, name: `Ada ${words.shared}` });
  await done(owner.act('contact.add', namesake));
  const [aId = '', bId = ''] = [known.contact, namesake.id].sort();
  await done(
    owner.act('distinction.add', { id: planted.distinction, noun: 'contact', aId, bId, askAbove: null }),
  );

  await done(owner.act('company.add', companyInput({ id: planted.secondCompany, name: words.shared })));
  const [kept, gone] = [contactInput({ name: words.shared }), contactInput({ name: words.shared })];
  for (const input of [kept, gone]) await done(owner.act('contact.add', input));
  await done(
    owner.act('contact.merge', { id: kept.id, goneId: gone.id, mergeId: planted.merge, fields: {} }),
  );

  const hidden: Id[] = [];
  const masked: Id[] = [];
  const others: Id[] = [];
  for (const [by, word] of [
    [author, words.mia],
    [owner, words.olive],
    [author, words.let],
  ] as const) {
    const [contact, entry, removedEntry] = [newId(), newId(), newId()];
    if (word !== words.let) {
      await done(by.act('contact.add', contactInput({ id: contact, private: true, ...person(word) })));
      await done(by.act('contact.edit', { id: contact, fields: { title: `Boss ${word}` } }));
      hidden.push(contact);
    }
    const about = word === words.let ? [known.contact] : [known.contact, contact];
    await done(by.act('interaction.log', mailInput({ id: entry, private: true, ...mail(word, about) })));
    await done(by.act('interaction.edit', { id: entry, fields: { body: `Body again ${word}` } }));
    if (word === words.let && tokens.let) {
      await done(pusher(fetch, tokens.let).act('interaction.askAccess', { id: entry }));
      await done(author.act('interaction.answerAccess', { id: entry, memberId: members.let, grant: true }));
      others.push(entry);
    } else masked.push(entry);
    // One that was undone keeps its texts in history and tables.
    await done(
      by.act('interaction.log', mailInput({ id: removedEntry, private: true, ...mail(word, about) })),
    );
    await done(by.act('interaction.undo', { id: removedEntry }));
    hidden.push(removedEntry);
  }
  const rows = await pulled(fetch, tokens.owner);
  const idsOf = (noun: string) => rows.filter((row) => row.noun === noun).map(({ row }) => row.id);
  return {
    workspace: workspaceId,
    ...known,
    ...planted,
    stage: idsOf('stage')[0] ?? '',
    otherStage: idsOf('stage')[1] ?? '',
    pipeline: idsOf('pipeline')[0] ?? '',
    member: members.author,
    device: deviceIds.at(-1) ?? '',
    others: [
      ...others,
      ...deviceIds,
      members.owner,
      members.let,
      ...members.others,
      ...idsOf('pipeline'),
      ...idsOf('stage'),
      ...idsOf('ownField'),
    ],
    hidden,
    masked,
    clients: [author.client, owner.client],
  };
}

export async function pulled(fetch: Fetch, token: string): Promise<Delta['rows']> {
  const input = encodeURIComponent(JSON.stringify({ epoch: null, cursor: 0, limit: limits.pull }));
  const answer = await fetch(`/trpc/sync.pull?input=${input}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { result: { data: Delta } }).result.data.rows;
}
