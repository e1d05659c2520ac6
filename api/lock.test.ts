import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockData } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebook-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lock = join(folder, 'lock');

it('a folder has one owner, who gives it back', () => {
  const unlock = lockData(folder);
  expect(() => lockData(folder)).toThrow(/Another Sidebook server \(process \d+\) is running/);
  unlock();
  expect(existsSync(lock)).toBe(false);
  lockData(folder)();
});

it('a living process of another start keeps its lock', () => {
  writeFileSync(lock, `${process.ppid} ${startOfParent()}`);
  expect(() => lockData(folder)).toThrow(`process ${process.ppid}`);
  rmSync(lock);
});

it.each([
  ['a killed process', '4194303 1'],
  ['a process whose number was given to another since', `${process.ppid} 1`],
  ['this very number from before a restart of the container', `${process.pid} 1`],
  ['garbage', 'x'],
  ['nothing', ''],
])('a lock left by %s is taken over', (_who, content) => {
  writeFileSync(lock, content);
  lockData(folder)();
});

function startOfParent(): string {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  if (process.platform !== 'linux') return '-';
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
