import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readPage } from './page.ts';
import { makePlaces } from './places.ts';
import { readAll } from './recogniser.ts';

test('what is read from text says where it stood, each value by itself', () => {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><body><ul><li><h3>Harriet Osgood</h3><p>Head of Purchasing</p><p>+44 20 7946 0312</p><p>harriet@acme.example</p></li>
     <li><h3>Oliver Grant</h3><p>Sales Manager</p></li></ul></body></html>`,
  );
  const places = makePlaces();
  const seen = readAll(readPage({ document, url: 'https://acme.example/team', places }));
  const stood = (at: number | undefined) => (at === undefined ? null : places.nodeAt(at)?.textContent);
  const harriet = seen.find(({ fields }) => fields.name?.value === 'Harriet Osgood');
  expect(stood(harriet?.fields.name?.at)).toBe('Harriet Osgood');
  expect(stood(harriet?.fields.title?.at)).toBe('Head of Purchasing');
  const email = harriet?.keys.find(({ value }) => value.kind === 'email');
  expect(stood(email?.at)).toBe('harriet@acme.example');
  const oliver = seen.find(({ fields }) => fields.name?.value === 'Oliver Grant');
  expect(stood(oliver?.fields.title?.at)).toBe('Sales Manager');
});
