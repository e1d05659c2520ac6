import { ListTodo } from 'lucide-preact';
import { expect, test } from 'vitest';
import type { PaletteRow } from '../../messages/palette.ts';
import type { Command, Section } from './command.ts';
import { groupsOf } from './groups.ts';
import type { FoundFor } from './useFound.ts';

const command = (id: string, section: Section = 'do'): Command => ({
  ...{ id, section, icon: ListTodo, label: id },
  run: () => {},
});
const row = (title: string, used = 0): PaletteRow => ({
  noun: 'contact',
  id: title,
  title,
  detail: null,
  used,
});
const found = (rows: PaletteRow[]): FoundFor => ({ rows, templates: [], commands: {}, for: '' });
const shape = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ id, rows }) => [
    id,
    ...rows.map((each) =>
      each.kind === 'command' ? each.command.id : each.kind === 'record' ? each.record.title : '',
    ),
  ]);
const all = [command('log', 'here'), command('board', 'go'), command('theme', 'set'), command('task')];

test('with nothing typed: what is on the screen, then what was used, then all there is; no empty group', () => {
  expect(shape(groupsOf('', all, found([row('Ada')]), [], []))).toEqual([
    ['here', 'log'],
    ['recent', 'Ada'],
    ['do', 'task'],
    ['go', 'board'],
    ['set', 'theme'],
  ]);
  expect(shape(groupsOf('', [], null, [], []))).toEqual([]);
});

test('whoever is called so stands before a command that only has the word in it, and behind one that begins so', () => {
  expect(shape(groupsOf('ta', all, found([row('Karl Tann')]), [], [])).map(([id]) => id)).toEqual([
    'commands',
    'records',
  ]);
  expect(shape(groupsOf('ta', all, found([row('Tann')]), [], [])).map(([id]) => id)).toEqual([
    'records',
    'commands',
  ]);
});

test('a command to which the words were handed comes first, and what is offered for any words last', () => {
  const [taken, create] = [command('task-words'), command('create')];
  expect(
    shape(groupsOf('task call', all, found([row('Task Force')]), [taken], [create])).map(([id]) => id),
  ).toEqual(['taken', 'records', 'with']);
});
