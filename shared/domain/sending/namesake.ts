/** One of several who are called alike, and how often mail went to and fro with them. */
export type Namesake<T> = { who: T; mails: number };

/** So many mails are a habit, and so many times as often is a clear one. */
const habit = 3;

/** To whom of the same name one usually writes, where that is not the one who was chosen. */
export function usualNamesake<T>(chosen: number, others: readonly Namesake<T>[]): T | null {
  const [most] = [...others].sort((a, b) => b.mails - a.mails);
  return most && most.mails >= habit * Math.max(1, chosen) ? most.who : null;
}
