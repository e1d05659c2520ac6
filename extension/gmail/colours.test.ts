import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../tools/paths.ts';
import { colours } from './colours.ts';

test('what stands in the mailbox has the colours of the sidebar', () => {
  const tokens = readFileSync(inRoot('extension/ui/tokens.css'), 'utf8');
  const own = colours.match(/--[\w-]+: [^;]+;/g) ?? [];
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((colour) => !tokens.includes(`  ${colour}`))).toEqual([]);
});
