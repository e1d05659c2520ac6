/** Seeds that once found something, with what it was. They run for ever. */
export const cases: { seed: string; steps: number; was: string }[] = [];
