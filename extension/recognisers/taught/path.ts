const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Longer than this an address is no place but a search. */
const longest = 400;

/** The pages that are built like this one: a list's own, a person's own and those of the others beside it. */
export function pathPattern(pathname: string, form: 'cards' | 'rows' | 'page'): string {
  const parts = partsOf(pathname.slice(0, longest));
  if (form === 'page' && parts.length > 1) parts[parts.length - 1] = '*';
  return `/${parts.join('/')}`;
}

/** `shown`: it is the very page that was shown, where finding nothing is news. */
export function pathFits(pattern: string, pathname: string): 'shown' | 'alike' | null {
  const [wanted, given] = [partsOf(pattern), partsOf(pathname)];
  const fits = wanted.every((part, at) => part === given[at] || (part === '*' && given[at] !== undefined));
  if (!fits) return null;
  if (wanted.length === given.length) return 'shown';
  // The second page of a list, or that of one department.
  return wanted.length > 0 && !wanted.includes('*') && given.length <= wanted.length + 2 ? 'alike' : null;
}
