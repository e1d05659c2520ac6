import { expect, test } from 'vitest';
import { foreign, type Mailbox, openMailbox, ownFrames } from './gmail-world.ts';

// What Gmail may rename, one at a time, in the real page under the real InboxSDK: a level may be lost, never the panel,
// never the thread, never its people.
const renamed: [what: string, search: string][] = [
  ['the sender’s cell', '?stripclass=gF'],
  ['the sender’s name', '?stripclass=gD'],
  ['the open message’s mark', '?stripclass=h7'],
  ['the recipients', '?stripclass=hb'],
  ['the body', '?stripclass=a3s'],
  ['the subject', '?stripclass=hP'],
  ['the subject’s place', '?stripclass=ha'],
  ['the thread’s element', '?stripclass=a98'],
  ['the side column', '?stripclass=brC-brG'],
  ['the main container', '?stripclass=aeF'],
  ['the toolbar', '?stripattr=gh%3Dmtb'],
  ['the thread’s id', '?stripattr=data-legacy-thread-id'],
  ['the messages’ ids', '?stripattr=data-legacy-message-id'],
  ['the addresses', '?stripattr=email'],
];

const wait = async (box: Mailbox, is: () => Promise<boolean>, ms: number) => {
  for (let waited = 0; waited < ms && !(await is()); waited += 100) await box.page.waitForTimeout(100);
};

test.each(renamed)('%s renamed (%s): the thread is read and the frame is shown', async (_what, search) => {
  const box = await openMailbox(search);
  try {
    await wait(box, async () => (await box.health())?.place != null, 8_000);
    await box.page.locator('tr.zA', { hasText: 'Renewal of the sensor contract' }).first().click();
    const screen = await box.until(({ thread }) => thread !== null && thread.messages.length > 0, 'a thread');
    const people = screen.thread?.sightings.map(({ keys }) => keys[0]?.value.value);
    expect(people).toContain('ada.okafor@acme-orchards.example');
    expect(people).toContain('hollis@acme-orchards.example');
    expect(screen.thread?.subject).toBe('Renewal of the sensor contract');
    const frames = ownFrames(box.page);
    expect(frames).toHaveLength(1);
    expect((await (await frames[0]?.frameElement())?.boundingBox())?.width).toBeGreaterThan(250);
    const [read] = (await box.read('all')).slice(-1);
    expect(read?.fingerprint[0]).toMatch(/^(?:mid|gm):/);
    expect(read?.text).toContain('Two years is fine');
    expect(foreign(box)).toEqual([]);
  } finally {
    await box.close();
  }
});
