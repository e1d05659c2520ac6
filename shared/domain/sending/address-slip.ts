import { steps } from '../../identity/name/distance.ts';

/** Shorter local parts are too near to each other: `jo` and `jd` are two colleagues. */
const least = 5;

const parts = (email: string): [local: string, host: string] => {
  const at = email.lastIndexOf('@');
  return [email.slice(0, at).toLowerCase(), email.slice(at + 1).toLowerCase()];
};
const withoutDigits = (local: string): string => local.replace(/\d/g, '');

/** The known address of the same host that an unknown one misses by one letter; `team1` and `team2` are no slip. */
export function addressSlip(email: string, known: readonly string[]): string | null {
  const [local, host] = parts(email);
  if (local.length < least) return null;
  const meant = known.filter((each) => {
    const [theirs, at] = parts(each);
    return (
      at === host &&
      theirs.length >= least &&
      withoutDigits(theirs) !== withoutDigits(local) &&
      steps(local, theirs, 1) <= 1
    );
  });
  const [only] = meant;
  return meant.length === 1 && only !== undefined ? only : null;
}
