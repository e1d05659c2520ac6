import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayOpen } from './stay-open.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As much of a page as hears clicks, in and out of the side column. */
function page() {
  class Place {
    readonly inColumn: boolean;
    constructor(inColumn: boolean) {
      this.inColumn = inColumn;
    }
    closest() {
      return this.inColumn ? this : null;
    }
  }
  vi.stubGlobal('Element', Place);
  const heard: ((event: unknown) => void)[] = [];
  const document = {
    addEventListener: (_: string, listener: (event: unknown) => void) => heard.push(listener),
  };
  let deactivate = () => {};
  let opened = 0;
  const panel = {
    on: (_: 'deactivate', listener: () => void) => {
      deactivate = listener;
    },
    open: () => {
      opened += 1;
    },
  };
  const end = new AbortController();
  const stay = stayOpen(panel, document as unknown as Document, () => Date.now(), end.signal);
  return {
    stay,
    end,
    takenAway: () => {
      deactivate();
      vi.runAllTimers();
      return opened;
    },
    click: (inColumn: boolean, isTrusted = true) => {
      for (const listener of heard) listener({ isTrusted, target: new Place(inColumn) });
    },
  };
}

test('whoever had our panel open has it again when another one pushed it away', () => {
  const { click, takenAway } = page();
  click(false);
  expect(takenAway()).toBe(1);
});
test('whoever clicked in the column has what they clicked, but a script has nothing', () => {
  const { click, takenAway } = page();
  click(true, false);
  expect(takenAway()).toBe(1);
  vi.advanceTimersByTime(5_000);
  click(true);
  expect(takenAway()).toBe(1);
});
test('our own chord closes it', () => {
  const { stay, takenAway } = page();
  stay.closes();
  expect(takenAway()).toBe(0);
});
test('two that both want to stay do not fight, and after the end nothing comes back', () => {
  const { takenAway, end } = page();
  expect(takenAway()).toBe(1);
  expect(takenAway()).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(takenAway()).toBe(2);
  vi.advanceTimersByTime(5_000);
  end.abort();
  expect(takenAway()).toBe(2);
});
