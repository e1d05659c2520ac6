import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isCertainKey, lookUpKeys } from '../../shared/domain/interaction/fingerprint.ts';
import { standInGmail } from '../doubles/gmail/standin.ts';
import { complaints, foreign, type Mailbox, openMailbox } from './gmail-world.ts';

// The same conversations in two mailboxes: other ids, seconds, zones, interface languages; Mia reads through a list.
const now = new Date();
const nora = standInGmail({ account: 'owner', now });
const mia = standInGmail({ account: 'mia', now, office: nora.office });

const shared = ['Renewal of the sensor contract', 'Minutes: ACME site visit'];

async function readAll(box: Mailbox, subject: string) {
  await box.openThread(subject);
  const reads = await box.read('all');
  await box.page.goBack();
  await box.until(({ thread }) => thread === null, 'the list');
  return reads;
}

describe('the same mails read in two mailboxes', () => {
  let desks: Mailbox[] = [];
  const openBoth = async (search: string) => {
    desks = [await openMailbox(search, { gmail: nora }), await openMailbox(search, { gmail: mia })];
    return desks as [Mailbox, Mailbox];
  };
  afterEach(async () => {
    for (const desk of desks) await desk.close();
    desks = [];
  });

  test('bear the same Message-ID and instant, and no other key in common but what only suggests', async () => {
    const [first, second] = await openBoth('');
    for (const subject of shared) {
      const ours = await readAll(first, subject);
      const theirs = await readAll(second, subject);
      expect(theirs.length).toBeGreaterThan(0);
      for (const their of theirs) {
        const same = ours.find(({ fingerprint }) => fingerprint[0] === their.fingerprint[0]);
        expect(same, `${subject} by ${their.from.email}`).toBeDefined();
        expect(their.fingerprint[0]).toMatch(/^mid:.+@/);
        expect(same?.at).toBe(their.at);
        expect(same?.id).not.toBe(their.id);
        expect(same?.from.email).toBe(their.from.email);
        const common = (same?.fingerprint ?? []).filter((key) => their.fingerprint.includes(key));
        expect(common.filter((key) => key.startsWith('gm:'))).toEqual([]);
      }
    }
    expect(complaints(first.console)).toEqual([]);
    expect(complaints(second.console)).toEqual([]);
    expect([...foreign(first), ...foreign(second)]).toEqual([]);
  });

  test('without their originals have no certain key in common, and one that suggests they are one', async () => {
    const [first, second] = await openBoth('?om=off');
    for (const subject of shared) {
      const ours = await readAll(first, subject);
      const theirs = await readAll(second, subject);
      for (const their of theirs.filter(({ text }) => text !== null && text !== '')) {
        expect(their.fingerprint.some((key) => key.startsWith('mid:'))).toBe(false);
        const asked = new Set(lookUpKeys(their.fingerprint));
        const found = ours.filter(({ fingerprint }) => fingerprint.some((key) => asked.has(key)));
        expect(found, `${subject} by ${their.from.email}`).toHaveLength(1);
        expect(found[0]?.from.email).toBe(their.from.email);
        expect((found[0]?.fingerprint ?? []).filter((key) => asked.has(key) && isCertainKey(key))).toEqual(
          [],
        );
      }
      expect(theirs.every(({ requests }) => requests.every(({ ok }) => !ok))).toBe(true);
    }
  });
});

describe('one mailbox', () => {
  let box: Mailbox;
  beforeAll(async () => {
    box = await openMailbox('', { gmail: nora });
  });
  afterAll(() => box?.close());
  const back = async () => {
    await box.page.goBack();
    await box.until(({ thread }) => thread === null, 'the list');
  };

  test('a collapsed message is read without being opened in front of the user', async () => {
    const screen = await box.openThread('Renewal of the sensor contract');
    const collapsed = screen.thread?.messages.find(({ loaded }) => !loaded);
    const [read] = await box.read([collapsed?.id ?? '']);
    expect(read).toMatchObject({ id: collapsed?.id, bodyState: 'read', direction: 'in' });
    expect(read?.text?.length).toBeGreaterThan(40);
    expect(read?.requests).toMatchObject([{ ok: true, url: expect.stringContaining('view=om') }]);
    expect(read?.requests[0]?.url).not.toContain('c0ffee5a3e');
    const after = (await box.screens()).at(-1);
    expect(after?.thread?.messages.find(({ id }) => id === collapsed?.id)?.loaded).toBe(false);
    await back();
  });

  test('what the user sent is outgoing, what others sent is incoming, and to and cc are told apart', async () => {
    await box.openThread('Renewal of the sensor contract');
    const reads = await box.read('all');
    for (const { from, direction } of reads) {
      expect(direction).toBe(from.email === 'nora@fernhill.example' ? 'out' : 'in');
    }
    expect(reads.some(({ direction }) => direction === 'out')).toBe(true);
    expect(reads.some(({ cc }) => cc.length > 0)).toBe(true);
    await back();
  });

  test('the newly written text stands without what it quotes', async () => {
    await box.openThread('Renewal of the sensor contract');
    const last = (await box.read('all')).at(-1);
    expect(last?.text).toMatch(/Two years is fine for us\./);
    expect(last?.text).not.toMatch(/wrote:|•••/);
    await back();
  });

  test('a clipped mail is fetched whole', async () => {
    await box.openThread('Full inspection log, block by block');
    const [read] = await box.read('all');
    expect(read).toMatchObject({ bodyState: 'read' });
    expect(read?.text).toContain('item 88 needs a new battery');
    await back();
  });

  test('a mail without text says that it is empty, and has no key that could be another’s', async () => {
    await box.openThread('EOM: parts have left the warehouse');
    const [read] = await box.read('all');
    expect(read).toMatchObject({ bodyState: 'empty', text: '' });
    expect(read?.fingerprint.some((key) => key.startsWith('dg:'))).toBe(false);
    await back();
  });

  test('markup in names, subject and text stays text', async () => {
    const screen = await box.openThread('<script>alert("subject")</script> & a question </title>');
    expect(screen.thread?.subject).toContain('<script>');
    const [read] = await box.read('all');
    expect(read?.text).toContain('</div><img src=x onerror=alert(2)> &amp; so on.');
    await back();
  });

  test('an unknown message is refused with a code', async () => {
    await box.openThread('Renewal of the sensor contract');
    expect(await box.ask({ type: 'read-mail', messageIds: ['ffff'] })).toEqual({ error: 'mail.unread' });
    await back();
    expect(await box.ask({ type: 'read-mail', messageIds: 'all' })).toEqual({ error: 'mail.unread' });
  });
});

test('without its original a clipped mail is logged as subject only, a collapsed one is opened', async () => {
  const box = await openMailbox('?om=off', { gmail: nora });
  try {
    await box.openThread('Full inspection log, block by block');
    expect(await box.read('all')).toMatchObject([{ bodyState: 'subject-only', text: null }]);
    await box.page.goBack();
    const screen = await box.openThread('Renewal of the sensor contract');
    const collapsed = screen.thread?.messages.find(({ loaded }) => !loaded);
    const [read] = await box.read([collapsed?.id ?? '']);
    expect(read).toMatchObject({ id: collapsed?.id, bodyState: 'read' });
    expect(read?.fingerprint.some((key) => key.startsWith('mid:'))).toBe(false);
  } finally {
    await box.close();
  }
});
