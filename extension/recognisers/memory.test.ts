import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { countEffort } from '../../tests/effort.ts';
import { type Memory, makeMemory, noteChanges } from './memory.ts';
import { readPage } from './page.ts';
import { type Page, readAll } from './recogniser.ts';

const url = 'https://www.acme.example/team';
const row = (i: number): string =>
  `<section id="s${i}"><h3>Ada Byron</h3><p>Head of Analysis</p><p>ada.byron${i}@acme.example</p>${'<p>Words and words.</p>'.repeat(12)}</section>`;
const documentOf = (rows: number) =>
  parseHTML(
    `<!doctype html><html><head><title>Team | Acme</title></head><body><main>${Array.from({ length: rows }, (_, i) => row(i)).join('')}</main><form id="f"><input name="parentNode"><p id="in">x</p></form></body></html>`,
  ).document;
const pageOf = (document: Document, memory?: Memory): Page => ({
  document,
  url,
  ...(memory ? { memory } : {}),
});

/** The sightings of a reading, and in how many steps it came to them. */
function read(page: Page): { seen: Sighting[]; steps: number } {
  const reading = readPage(page);
  for (let steps = 1; ; steps++) {
    const step = reading.next();
    if (step.done) return { seen: step.value, steps };
  }
}
const change = (memory: Memory, target: Node | null, type = 'childList'): void => {
  if (!target) throw new Error('nothing to change');
  noteChanges(memory, [{ type, target }]);
};

test('a page that has not changed is hardly walked again', () => {
  const memory = makeMemory();
  const document = documentOf(400);
  const first = read(pageOf(document, memory));
  const again = read(pageOf(document, memory));
  expect(again.seen).toEqual(first.seen);
  expect(again.steps).toBeLessThan(first.steps / 8);
});

test('whatever changes, the next reading sees what a first one would', () => {
  const memory = makeMemory();
  const document = documentOf(30);
  let random = 7;
  const next = (below: number): number => {
    random = (random * 16_807) % 2_147_483_647;
    return random % below;
  };
  read(pageOf(document, memory));
  for (let round = 0; round < 40; round++) {
    const section = document.querySelectorAll('section')[next(25)] as Element;
    switch (next(5)) {
      case 0: {
        const line = section.querySelector('p:nth-of-type(2)') ?? section;
        line.textContent = `grace.hopper${round}@navy.example`;
        change(memory, line);
        break;
      }
      case 1:
        section.innerHTML = `<h3>Grace Hopper</h3><p>Rear Admiral</p><a href="mailto:g${round}@navy.example">write</a>`;
        change(memory, section);
        break;
      case 2: {
        const text = section.querySelector('h3')?.firstChild;
        if (!text) break;
        text.nodeValue = round % 2 ? 'Alan Turing' : 'Mary Shelley';
        change(memory, text, 'characterData');
        break;
      }
      case 3: {
        const parent = section.parentNode;
        parent?.insertBefore(section, parent.firstChild);
        change(memory, parent);
        break;
      }
      default: {
        section.toggleAttribute('hidden');
        change(memory, section, 'attributes');
      }
    }
    const inForm = document.getElementById('in');
    if (round % 3 === 0 && inForm) {
      inForm.textContent = `form${round}@acme.example`;
      change(memory, inForm);
    }
    // Now and then a reading is broken off; nothing that changed before it is lost.
    if (round % 4 === 0) {
      const broken = readPage(pageOf(document, memory));
      for (let step = 0; step < next(12); step++) broken.next();
      continue;
    }
    expect(readAll(readPage(pageOf(document, memory)))).toEqual(readAll(readPage(pageOf(document))));
  }
});

test('what changes during a reading is read by the next', () => {
  const memory = makeMemory();
  const document = documentOf(60);
  read(pageOf(document, memory));
  change(memory, document.querySelector('main'));
  const reading = readPage(pageOf(document, memory));
  for (let step = 0; step < 8; step++) reading.next();
  const line = document.querySelector('#s0 p:nth-of-type(2)') as Element;
  line.textContent = 'changed@acme.example';
  change(memory, line);
  readAll(reading);
  const last = document.querySelector('#s59 p:nth-of-type(2)') as Element;
  last.textContent = 'last@acme.example';
  change(memory, last);
  expect(readAll(readPage(pageOf(document, memory)))).toEqual(readAll(readPage(pageOf(document))));
});

test('a storm of changes costs no more than one walk, and is survived', () => {
  const memory = makeMemory();
  const document = documentOf(40);
  read(pageOf(document, memory));
  const targets = [...document.querySelectorAll('p')];
  const storm = Array.from({ length: 1_000 }, (_, i) => ({
    type: 'childList',
    target: targets[i % targets.length] as Node,
  }));
  const spent = countEffort();
  for (let batch = 0; batch < 1_000; batch++) noteChanges(memory, storm);
  expect(spent()).toBeLessThan(400);
  expect(memory.touched.size).toBeLessThan(10_000);
  for (const target of targets) target.textContent = 'storm@acme.example';
  expect(readAll(readPage(pageOf(document, memory)))).toEqual(readAll(readPage(pageOf(document))));
});
