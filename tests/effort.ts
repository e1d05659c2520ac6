const text = 'Ada Byron '.repeat(100_000);
/** The system counts a thread's time in steps of some milliseconds: several walks make one measure. */
const walks = 10;
let least = Number.POSITIVE_INFINITY;

const spentSince = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(began);
  return user + system;
};

function walk(): number {
  const began = process.threadCpuUsage();
  let sum = 0;
  for (let round = 0; round < walks; round++)
    for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  if (sum === 1) throw new Error('the text has another sum');
  least = Math.min(least, spentSince(began) / walks);
  return least;
}

/**
 * Counts the effort of this thread from now on, in bare walks over a million characters made beside it: what other
 * processes do, and how fast the machine is, does not count. A walk takes some five milliseconds.
 */
export function countEffort(): () => number {
  const unit = walk();
  const began = process.threadCpuUsage();
  return () => spentSince(began) / unit;
}
