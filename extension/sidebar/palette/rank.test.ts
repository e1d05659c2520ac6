import { ListTodo } from 'lucide-preact';
import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { fitOf, rankCommands, takenBy } from './rank.ts';

const command = (id: string, label: string, words = ''): Command => ({
  ...{ id, label, words, section: 'do', icon: ListTodo },
  run: () => {},
});

describe('what the words of the palette mean', () => {
  test('a name that begins with them, then its first word, then any word, then a synonym', () => {
    expect(fitOf('new t', 'New task')).toBe(0);
    expect(fitOf('new tas', 'New  big task')).toBe(1);
    expect(fitOf('task', 'New task')).toBe(2);
    expect(fitOf('todo', 'New task', 'todo reminder')).toBe(3);
    expect(fitOf('todo', 'New task')).toBeNull();
  });
  test('letters without their marks, and Han in either script', () => {
    expect(fitOf('nach', 'Nächster Schritt')).toBe(0);
    expect(fitOf('聯絡', '新建联系人')).toBeNull();
    expect(fitOf('任務', '新建任务')).toBe(2);
  });
  test('among alike what was used lately comes first, else as they stand', () => {
    const commands = [command('a', 'Go to tasks'), command('b', 'Go to board'), command('c', 'Going')];
    const ids = (used: Record<string, number>) => rankCommands('go', commands, used).map(({ of }) => of.id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ b: 2 })).toEqual(['b', 'a', 'c']);
  });
  test('a synonym never stands before a name', () => {
    const commands = [command('a', 'Notes', 'task'), command('b', 'New task')];
    expect(rankCommands('task', commands, { a: 99 }).map(({ of }) => of.id)).toEqual(['b', 'a']);
  });
});

describe('a command’s own word hands over the rest', () => {
  test.each([
    ['task call tue 3pm', 'task todo', 'call tue 3pm'],
    ['TODO: call', 'task todo', 'call'],
    ['任务明天打电话', '任务 task', '明天打电话'],
    ['任務 明天打電話', '任务 task', '明天打電話'],
  ])('%s', (query, takes, rest) => expect(takenBy(query, takes)).toBe(rest));
  test('and nothing else does: another word that begins so, or the word alone', () => {
    expect(takenBy('taskforce', 'task')).toBeNull();
    expect(takenBy('task ', 'task')).toBeNull();
    expect(takenBy('note it', undefined)).toBeNull();
  });
});
