import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact, Task } from '../../shared/domain/rows.ts';
import { contactRow, emailKey, taskRow } from '../../tests/fixtures/rows.ts';
import { append } from '../outbox/outbox.ts';
import type { Change } from './change.ts';
import { mostNoted, newLooking } from './looking.ts';
import { memoryStore } from './memory-store.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { startingWith } from './store.ts';

const contact = (id: string, email: string, companyId: string | null = null): Contact =>
  contactRow(id, { companyId, keys: [emailKey(email)] });
const task = (id: string, contactId: string | null): Task => taskRow(id, { contactId });
let mirror: Mirror;
let last: Change;
beforeEach(async () => {
  mirror = await openMirror(memoryStore());
  mirror.onChange((change) => {
    last = change;
  });
  await mirror.commit(async (tx) => {
    await tx.put({ noun: 'contact', row: contact('ada', 'ada@x.org') });
    await tx.put({ noun: 'contact', row: contact('bob', 'bob@x.org', 'acme') });
    await tx.put({ noun: 'task', row: task('t1', 'ada') });
  });
});

/** Which of these looks may be another one after the last change. */
const looks: Record<string, (of: Mirror) => Promise<unknown>> = {
  'ada by id': (of) => of.get('contact', 'ada'),
  'who is ada@x.org': (of) => of.candidates('contact', ['email:ada@x.org']),
  'who is new@x.org': (of) => of.candidates('contact', ['email:new@x.org']),
  'people of acme': (of) => of.candidates('contact', ['contact-of:acme']),
  'tasks of ada': (of) => of.tagged('task', startingWith('task/contact/ada/')),
  'all members': (of) => of.all('member'),
  'a search': (of) => of.search('ada', 5),
  'what waits': (of) => of.recall('waiting', (tx) => tx.scan('outbox', { from: '', to: '\uffff' })),
};
async function concerned(change: () => Promise<unknown>): Promise<string[]> {
  const lookings = await Promise.all(
    Object.entries(looks).map(async ([name, look]) => {
      const looking = newLooking();
      const { mirror: noted, done } = looking.through(mirror);
      await look(noted);
      done();
      return { name, looking };
    }),
  );
  await change();
  return lookings.flatMap(({ name, looking }) => (looking.isStale(last) ? [name] : []));
}
const put = (row: Contact) => mirror.commit((tx) => tx.put({ noun: 'contact', row }));

describe('who looks at the mirror', () => {
  test('is told of the very row that changed', async () => {
    expect(await concerned(() => put({ ...contact('ada', 'ada@x.org'), name: 'Ada' }))).toEqual([
      'ada by id',
      'who is ada@x.org',
      'a search',
    ]);
  });

  test('is told when somebody comes under a key, and when somebody leaves it', async () => {
    expect(await concerned(() => put(contact('cy', 'new@x.org', 'acme')))).toEqual([
      'who is new@x.org',
      'people of acme',
      'a search',
    ]);
    expect(await concerned(() => put(contact('bob', 'bob@x.org', null)))).toEqual([
      'people of acme',
      'a search',
    ]);
    expect(await concerned(() => put({ ...contact('ada', 'other@x.org') }))).toContain('who is ada@x.org');
    expect(await concerned(() => put({ ...contact('cy', 'new@x.org'), deletedAt: 5 }))).toContain(
      'who is new@x.org',
    );
  });

  test('is told of rows that come into a range of tags or leave it', async () => {
    const move = (row: Task) => mirror.commit((tx) => tx.put({ noun: 'task', row }));
    expect(await concerned(() => move(task('t2', 'bob')))).toEqual([]);
    expect(await concerned(() => move(task('t2', 'ada')))).toEqual(['tasks of ada']);
    expect(await concerned(() => move(task('t1', 'bob')))).toEqual(['tasks of ada']);
    expect(await concerned(() => mirror.commit((tx) => tx.remove('task', 't2')))).toEqual(['tasks of ada']);
  });

  test('is told of the outbox', async () => {
    const input = { id: 't1', at: 5 };
    expect(
      await concerned(() => mirror.commit((tx) => append(tx, { verb: 'task.complete', input }, 'me', 5))),
    ).toEqual(['tasks of ada', 'what waits']);
  });

  test('is told of everything when more changed than is worth naming, or the mirror was emptied', async () => {
    const many = Array.from({ length: 400 }, (_, i) => contact(`n${i}`, `n${i}@x.org`));
    const fill = () =>
      mirror.commit(async (tx) => {
        for (const row of many) await tx.put({ noun: 'contact', row });
      });
    expect(await concerned(fill)).toEqual(Object.keys(looks));
    expect(await concerned(() => mirror.clear())).toEqual(Object.keys(looks));
  });

  test('is told of every change until the answer is made', async () => {
    const looking = newLooking();
    const { done } = looking.through(mirror);
    await put(contact('dee', 'dee@x.org'));
    expect(looking.isStale(last)).toBe(true);
    done();
    expect(looking.isStale(last)).toBe(false);
  });

  test('notes what is looked at again once, and more than a day of it as a whole', async () => {
    const looking = newLooking();
    const look = async (ids: string[]) => {
      const { mirror: noted, done } = looking.through(mirror);
      for (const id of ids) await noted.get('contact', id);
      await noted.tagged('task', startingWith('task/contact/ada/'));
      done();
    };
    await look(['ada']);
    const { size } = looking;
    for (let again = 0; again < 50; again++) await look(['ada']);
    expect(looking.size).toBe(size);
    await put(contact('dee', 'dee@x.org'));
    expect(looking.isStale(last)).toBe(false);
    await look(Array.from({ length: mostNoted }, (_, at) => `c${at}`));
    expect(looking.size).toBe(0);
    expect(looking.isStale(last)).toBe(true);
  });

  test('keeps an answer that nothing touched, and makes one anew that something did', async () => {
    let made = 0;
    const tasks = () =>
      mirror.recall('tasks of ada', (tx) => {
        made++;
        return tx.scanTags('row', startingWith('task/contact/ada/'));
      });
    await tasks();
    await put(contact('dee', 'dee@x.org'));
    expect([(await tasks()).length, made]).toEqual([1, 1]);
    await mirror.commit((tx) => tx.put({ noun: 'task', row: task('t3', 'ada') }));
    expect([(await tasks()).length, made]).toEqual([2, 2]);
  });
});
