import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMember } from '../../api/services/member/add.ts';
import { removeMember } from '../../api/services/member/remove.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { type Running, startServer } from '../../api/start.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { newProfile, type Profile, paired, type Waking } from './profile.ts';

// What two members see of each other's entries and edits, asked as their sidebars ask.

let folder: string;
let server: Running;
type Side = { here: Waking; core: Core; profile: Profile };
let nora: Side;
let mia: Side;
const nothing = { companyId: null, dealId: null };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-access-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  const owner = { id: idFrom(Date.now(), new Uint8Array(10).fill(3)), name: 'Nora', email: null };
  const workspace = await createWorkspace(server.world, { name: 'ACME', kind: 'team', owner });
  const colleague = await addMember(server.world, workspace, { name: 'Mia', email: null, role: 'member' });
  const open = async (userId: string): Promise<Side> => {
    const profile = newProfile();
    const here = await paired(await server.pairLink({ workspaceId: workspace.id, userId }), profile);
    return { here, core: await here.core(), profile };
  };
  nora = await open(owner.id);
  mia = await open(colleague);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const sync = async (): Promise<void> => {
  for (const { core } of [nora, mia, nora, mia]) await core.sync.now();
};
async function contact(): Promise<string> {
  const { contactId } = await nora.here.call('addContact', {
    name: 'Ada',
    title: 'CTO',
    email: 'ada@acme.example',
    phone: null,
    companyName: null,
    domain: null,
    address: null,
    url: null,
    lifeCycle: 'lead',
    channel: 'manual',
    page: null,
  });
  await sync();
  return contactId;
}
const entriesOf = async ({ here }: Sees, contactId: string) =>
  (await here.call('person', { contactId }))?.timeline ?? [];
type Sees = { here: Waking };

describe('a private entry', () => {
  test('[A1] [V7] is there for a colleague without its text, asked for in the owner’s Today, shown after a yes', async () => {
    const contactId = await contact();
    const { interactionId } = await nora.here.call('note', {
      text: 'canary-secret',
      about: { contactIds: [contactId], ...nothing },
      page: null,
      private: true,
    });
    await sync();
    const [masked] = await entriesOf(mia, contactId);
    expect(masked).toMatchObject({
      access: { kind: 'masked', owner: 'Nora', asked: false },
      interaction: { kind: 'note', body: null },
    });
    expect(JSON.stringify(await mia.here.call('today', {}))).not.toContain('canary-secret');

    await mia.here.call('act', { verb: 'interaction.askAccess', input: { id: interactionId } });
    expect((await entriesOf(mia, contactId))[0]?.access).toMatchObject({ kind: 'masked', asked: true });
    await sync();
    const { asked } = await nora.here.call('today', {});
    expect(asked.map(({ access }) => access)).toEqual([
      { kind: 'own', asking: [{ id: expect.any(String), name: 'Mia' }], letIn: [] },
    ]);

    const [asking] = asked[0]?.access.kind === 'own' ? asked[0].access.asking : [];
    await nora.here.call('act', {
      verb: 'interaction.answerAccess',
      input: { id: interactionId, memberId: asking?.id ?? '', grant: true },
    });
    await sync();
    expect((await nora.here.call('today', {})).asked).toEqual([]);
    expect((await entriesOf(mia, contactId))[0]).toMatchObject({
      access: { kind: 'let-in', owner: 'Nora' },
      interaction: { body: 'canary-secret' },
    });

    // Taken back, its text leaves the colleague's browser.
    await nora.here.call('act', {
      verb: 'interaction.answerAccess',
      input: { id: interactionId, memberId: asking?.id ?? '', grant: false },
    });
    await sync();
    expect(JSON.stringify(await entriesOf(mia, contactId))).not.toContain('canary-secret');
  });
});

describe('what was not accepted', () => {
  test('[P11] [P5a] an edit of somebody who was removed is listed with what was typed, and brings them back', async () => {
    const contactId = await contact();
    await nora.here.call('act', { verb: 'contact.remove', input: { id: contactId } });
    await nora.core.sync.now();
    await mia.here.call('act', {
      verb: 'contact.edit',
      input: { id: contactId, fields: { title: 'Chief of all', phone: '+46 8 1' } },
    });
    await sync();
    const [parked] = await mia.here.call('parked', {});
    expect(parked).toMatchObject({
      code: 'contact.removed',
      removed: 'contact',
      typed: [
        { field: 'title', value: 'Chief of all', editable: true },
        { field: 'phone', value: '+46 8 1', editable: true },
      ],
    });
    await mia.here.call('retryParked', {
      number: parked?.number ?? 0,
      typed: { title: 'Chief of most' },
      restore: true,
    });
    await sync();
    expect(await mia.here.call('parked', {})).toEqual([]);
    for (const { core } of [nora, mia])
      expect(await core.mirror.get('contact', contactId)).toMatchObject({
        title: 'Chief of most',
        phone: '+46 8 1',
      });
    // What was refused stands in the history, for everybody to take up.
    const changes = await nora.here.call('history', { noun: 'contact', id: contactId });
    const proposed = changes.filter(({ change }) => change.state === 'proposed');
    expect(proposed.map(({ change, by, restore }) => [change.field, by, restore?.value ?? null])).toEqual(
      expect.arrayContaining([['title', 'Mia', 'Chief of all']]),
    );
  });

  test('[P5a] is set right only where somebody types, and only to what its verb takes', async () => {
    await act(mia.core, {
      verb: 'contact.edit',
      input: { id: mia.core.newId(), fields: { name: 'Nobody' } },
    });
    await sync();
    const number = (await mia.here.call('parked', {}))[0]?.number ?? 0;
    const set = (typed: Record<string, string>) => mia.here.call('retryParked', { number, typed });
    await expect(set({ ownerId: 'somebody' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(set({ name: '' })).rejects.toMatchObject({ code: 'input.invalid' });
    expect((await mia.here.call('parked', {}))[0]?.typed).toEqual([
      { field: 'name', value: 'Nobody', editable: true },
    ]);
    await mia.here.call('discardParked', { number });
    expect(await mia.here.call('parked', {})).toEqual([]);
  });
});

describe('a member who was removed', () => {
  test('[K4] loses what their browser kept, and is told which workspace it was', async () => {
    const contactId = await contact();
    const { workspaceId, me } = mia.core.device.get() ?? { workspaceId: '', me: '' };
    await mia.core.drafts.set('note contact x', 'half a thought');
    const { port } = new URL(server.origin);
    const asker = {
      deviceId: '',
      userId: nora.core.device.get()?.me ?? '',
      workspaceId,
      role: 'owner' as const,
    };
    await removeMember(server.world, asker, { forget: () => undefined }, { userId: me });
    // What the process remembers of its devices goes with it.
    await server.close();
    server = await startServer({ PORT: port, SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
    await mia.core.sync.now();
    await expect.poll(() => [...mia.profile.stores.keys()]).toEqual(['sidebook']);
    expect([...mia.profile.kept.keys()]).toEqual(['settings']);
    expect(await mia.here.state()).toMatchObject({
      place: null,
      places: [],
      ended: [{ workspace: 'ACME', code: 'auth.removed' }],
      link: { status: 'unpaired' },
    });
    await mia.here.call('readEnded', {});
    expect((await mia.here.state()).ended).toEqual([]);
    expect(await nora.core.mirror.get('contact', contactId)).toBeDefined();
  });
});

describe('the history', () => {
  test('[P12] says who changed what, and sets the value again that a later one replaced', async () => {
    const contactId = await contact();
    const edit = ({ here }: Sees, title: string) =>
      here.call('act', { verb: 'contact.edit', input: { id: contactId, fields: { title } } });
    await edit(nora, 'Head of Buying');
    await edit(mia, 'Procurement Lead');
    await nora.core.sync.now();
    await sync();
    const changes = await nora.here.call('history', { noun: 'contact', id: contactId });
    const titles = changes.filter(({ change }) => change.field === 'title');
    expect(titles.map(({ from, to, by, restore }) => [from, to, by, restore?.value])).toEqual([
      ['Head of Buying', 'Procurement Lead', 'Mia', 'Head of Buying'],
      ['CTO', 'Head of Buying', 'Nora', 'CTO'],
    ]);
    await nora.here.call('restoreValue', {
      noun: 'contact',
      id: contactId,
      field: 'title',
      value: titles[0]?.restore?.value ?? null,
    });
    await sync();
    expect(await mia.core.mirror.get('contact', contactId)).toMatchObject({ title: 'Head of Buying' });
    await expect(
      nora.here.call('restoreValue', { noun: 'contact', id: contactId, field: 'privateTo', value: 'x' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('without a server it is refused, and nothing else is', async () => {
    const contactId = await contact();
    await server.close();
    await expect(nora.here.call('history', { noun: 'contact', id: contactId })).rejects.toMatchObject({
      code: 'server.unreachable',
    });
    expect(await nora.here.call('person', { contactId })).toMatchObject({ contact: { name: 'Ada' } });
    server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  });
});
