/** Where a browser remembers that it asked for a code; gone with the tab. */
const asked = 'sidebook pairing';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Names one try to pair. Its answer counts here and once: a stranger's link must not pair this browser with theirs. */
export function askFor(kept: Kept): string {
  const known = kept.getItem(asked);
  if (known) return known;
  const made = crypto.randomUUID();
  kept.setItem(asked, made);
  return made;
}

/** The code that the server's page sent back behind the #, if this browser had asked for it. */
export function codeIn(hash: string, kept: Kept): string | null {
  const [, code, answered] = /^#\/pair\/([\w-]{4,100})\/([\w-]{1,100})$/.exec(hash) ?? [];
  if (!code || !answered || answered !== kept.getItem(asked)) return null;
  kept.removeItem(asked);
  return code;
}

/** Whether the address holds a code at all, which is to be taken out of it whoever sent it. */
export const holdsCode = (hash: string): boolean => hash.startsWith('#/pair/');
