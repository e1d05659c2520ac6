import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root, type Source } from './sources.ts';

const rooms = /^(api|docs|extension|shared|tests|tools|project\.inlang|\.ci|\.github)\//;
const patterns = /[*<>{}…]|\.\.\.|NNN/;

/** Paths and npm scripts that a document names and that are not there. */
export function deadReferences(document: Source, scripts: string[]): string[] {
  return [
    ...pathsIn(document)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${document.path} names ${path}, which is not there: correct the document`),
    ...[...document.text.matchAll(/npm run ([\w:-]+)/g)]
      .map(([, script = '']) => script)
      .filter((script) => !scripts.includes(script))
      .map((script) => `${document.path} names npm run ${script}, which package.json does not have`),
  ];
}

function pathsIn({ path, text }: Source): string[] {
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(path), decodeURI(target)));
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code.replace(/:\d+$/, ''))
    .filter((code) => rooms.test(code) && !/\s/.test(code));
  return [...links, ...quoted].filter((target) => !patterns.test(target));
}

const elsewhere: [RegExp, string][] = [
  [
    new RegExp(`(^|[\\s"'\`(=])/(${['work', 'root', 'home', 'Users'].join('|')})/\\w`, 'm'),
    'a path of one machine',
  ],
  [/https?:\/\/[\w.-]*registry[\w.-]*/i, 'a package registry'],
  [/[A-Z]:\\\\?Users\\/, 'a path of one machine'],
];

/** What is true on one machine only and so must not be written down. */
export function machineTalk({ path, text }: Source): string[] {
  return elsewhere.flatMap(([pattern, what]) => {
    const found = pattern.exec(text);
    return found ? [`${path} names ${what} (${found[0].trim()}): write it so that it holds everywhere`] : [];
  });
}

/** The packages that the record of what ships has a line for. */
export const recordedPackages = (record: string): string[] =>
  [...record.matchAll(/^\| ([@a-z][^|]*) \|/gm)]
    .flatMap(([, names = '']) => names.split(', '))
    .map((name) => name.replace(/ .*$/, ''))
    .filter((name) => name !== 'package');
