import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGate } from './gate.ts';

const warning = (key: string) => ({ key, text: key });

describe('[W7] a press of Send', () => {
  it('goes where there is nothing to say', () => {
    expect(makeGate().press([])).toBe(true);
  });
  it('is stopped once by what is to be said, and the second one sends', () => {
    const gate = makeGate();
    expect(gate.press([warning('a'), warning('b')])).toHaveLength(2);
    expect(gate.press([warning('a'), warning('b'), warning('c')])).toBe(true);
  });
  it('is not stopped again by what was said, and once by what is new', () => {
    const gate = makeGate();
    gate.press([warning('a')]);
    gate.close();
    expect(gate.press([warning('a')])).toBe(true);
    expect(gate.press([warning('a'), warning('b')])).toEqual([warning('a'), warning('b')]);
    expect(gate.press([warning('a'), warning('b')])).toBe(true);
  });
  it('is never stopped twice in a row, whatever is to be said', () => {
    const warnings = fc.array(fc.constantFrom(...'abcdef').map(warning), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(warnings, { maxLength: 20 }), (presses) => {
        const gate = makeGate();
        let stopped = false;
        for (const each of presses) {
          const went = gate.press(each) === true;
          expect(went || !stopped).toBe(true);
          stopped = !went;
          if (went) gate.close();
        }
      }),
    );
  });
});
