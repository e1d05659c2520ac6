import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadReferences, machineTalk, recordedPackages } from './documents.ts';
import { listFiles, readSource, root } from './sources.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
const scripts = Object.keys(manifest.scripts);
const files = listFiles().filter((path) => /\.(md|ts|tsx|mjs|js|json|css|html|yml|sql)$|^\.ci\//.test(path));

test('every path and script that a document names is there', () => {
  const documents = files.filter((path) => path.endsWith('.md')).map(readSource);
  expect(documents.flatMap((document) => deadReferences(document, scripts))).toEqual([]);
});

test('a planted dead path, link and script are found', () => {
  const text =
    'See `extension/nowhere/x.ts`, [that](../nothing.md) and `npm run nothing`, not `api/services/<noun>`.';
  expect(deadReferences({ path: 'docs/planted.md', text }, scripts)).toHaveLength(3);
});

test('nothing speaks of the machine or registry that it was made on', () => {
  expect(files.map(readSource).flatMap(machineTalk)).toEqual([]);
});

test('a planted path of a machine and a registry are found', () => {
  const path = `/${'home'}/ada/sidebook`;
  const address = `https://${'registry'}.example.com/x`;
  expect(machineTalk({ path: 'docs/planted.md', text: `Look in ${path}.` })).toHaveLength(1);
  expect(machineTalk({ path: 'package-lock.json', text: address })).toHaveLength(1);
});

test('every script of package.json is preceded by the installation of what it needs', () => {
  const own = scripts.filter((name) => !name.startsWith('pre'));
  const bare = own.filter((name) => manifest.scripts[`pre${name}`] !== 'node tools/install.mjs');
  expect(bare).toEqual([]);
});

test('every package that ships has its line in the record, and no line outlives its package', () => {
  const record = readSource('docs/decisions/001-stack-and-runtime-packages.md').text;
  expect(recordedPackages(record).sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test('two packages on one line are two, and the head of the table is none', () => {
  const record = '| package | where |\n| --- | --- |\n| zod | borders |\n| @a/b, c | x |\n';
  expect(recordedPackages(record)).toEqual(['zod', '@a/b', 'c']);
});
