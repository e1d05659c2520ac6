/** Address of the n-th contact that the bench seeds, from 0. */
export const emailOf = (n: number): string => `person${n}@company${n % 1_000_000}.example`;
