import type { Step } from './columns.ts';

/** What a key says to the card that has the focus. */
export type Command =
  | { do: 'walk'; step: Step }
  /** One stage on, or back. */
  | { do: 'shift'; by: 1 | -1 }
  /** To the stage of this number, from 0. */
  | { do: 'place'; at: number }
  | { do: 'win' }
  | { do: 'lose' };

const walks: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

export function commandOf(key: string): Command | null {
  const step = Object.hasOwn(walks, key) ? walks[key] : undefined;
  if (step) return { do: 'walk', step };
  if (key === ']') return { do: 'shift', by: 1 };
  if (key === '[') return { do: 'shift', by: -1 };
  if (/^[1-9]$/.test(key)) return { do: 'place', at: Number(key) - 1 };
  if (key === 'w') return { do: 'win' };
  if (key === 'l') return { do: 'lose' };
  return null;
}
