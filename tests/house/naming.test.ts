import { expect, test } from 'vitest';
import { listFiles } from './sources.ts';

const emptyNames = /(^|\/)(utils?|helpers?|common|misc|libs?)(\/|\.tsx?$)/;
const namelessPlaces = (paths: string[]) =>
  paths
    .filter((path) => emptyNames.test(path))
    .map((path) => `${path}: name the folder or file by what it holds, not "utils" or the like`);

test('no folder or file has a name that says nothing', () => {
  expect(namelessPlaces(listFiles())).toEqual([]);
});

test.each([
  'api/utils/date.ts',
  'extension/helpers.ts',
  'shared/common/x.ts',
  'shared/lib/y.ts',
])('a planted %s is found', (path) => {
  expect(namelessPlaces([path])).toHaveLength(1);
});
