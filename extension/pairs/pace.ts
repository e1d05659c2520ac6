/** Gives others a turn. Work between two pauses is a few milliseconds: nobody's call waits longer than that. */
export type Pace = {
  /** Resolves at once while the present turn is young, else after a pause. */
  pause(): Promise<void>;
};

const turnMs = 8;
const restMs = 12;

/** @param after runs something later; a search takes at most two fifths of a core. */
export function newPace(now: () => number, after: (ms: number, run: () => void) => unknown): Pace {
  let begun = now();
  return {
    pause: async () => {
      if (now() - begun < turnMs) return;
      await new Promise<void>((resolve) => void after(restMs, resolve));
      begun = now();
    },
  };
}
