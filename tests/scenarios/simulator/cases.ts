/** Seeds that once found something, with what it was and the test that holds it apart from chance. They run for ever. */
export const cases: { seed: string; steps: number; was: string }[] = [
  { seed: '4', steps: 4_000, was: '[P9] a nudge during a failing exchange was forgotten for minutes' },
  { seed: '1', steps: 4_000, was: '[P9] one Retry-After after many failures kept a user away for minutes' },
  {
    seed: '19',
    steps: 4_000,
    was: '[D5] a confirmed edit left the screen with a page that did not hold its row',
  },
  { seed: '9', steps: 4_000, was: '[V6] an edit that waited for a row made private stopped the sync' },
  {
    seed: '10',
    steps: 4_000,
    was: '[A1] made private twice, who had been let in was put out without being told',
  },
  {
    seed: '20085',
    steps: 4_000,
    was: '[A7] an entry that learnt the keys of one shared into it did not reach those who had read on',
  },
  { seed: '14', steps: 4_000, was: '[S2] a copy of what had been numbered anew came back beside it' },
];
