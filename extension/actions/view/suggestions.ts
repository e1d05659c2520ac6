import { searchTokens } from '../../../shared/kit/fold.ts';
import type { Suggestion } from '../../messages/places.ts';
import type { Core } from '../core.ts';
import { paletteView } from './palette.ts';

/** The mailbox has suggestions of its own; ours stand below them. */
const most = 4;
/** One letter means everybody. */
const shortest = 2;

/** Whom what is typed into the mailbox's search may mean; of blocked people none is suggested. */
export async function suggestionsFor(core: Core, query: string): Promise<Suggestion[]> {
  const tokens = searchTokens(query);
  // `from:ada has:attachment` and the like are the mailbox's own language.
  if (/\w:/.test(query) || tokens.join('').length < shortest) return [];
  const { rows } = await paletteView(core, query);
  return Promise.all(
    rows
      .filter(({ blocked }) => !blocked)
      .slice(0, most)
      .map(async ({ noun, id, title, detail }) => {
        const contact = noun === 'contact' ? await core.mirror.get('contact', id) : undefined;
        const email = contact?.keys.find(({ kind }) => kind === 'email')?.value ?? null;
        return { noun, id, title, detail, email };
      }),
  );
}
