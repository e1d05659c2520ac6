import { useEffect, useState } from 'preact/hooks';
import type { PaletteView } from '../../messages/palette.ts';
import { useSession } from '../shell/session.ts';

export type FoundFor = PaletteView & { for: string };
const nothing: PaletteView = { rows: [], templates: [], commands: {} };

/** What is found for the words; while a newer answer is on its way, the one before it. */
export function useFound(query: string): FoundFor | null {
  const { client, state } = useSession();
  const [found, setFound] = useState<FoundFor | null>(null);
  const version = state.value?.version;
  useEffect(() => {
    let current = true;
    const take = (view: PaletteView) => current && setFound({ ...view, for: query });
    client.call('palette', { text: query.slice(0, 200) }).then(
      take,
      // Without an answer the commands still stand; a later word asks again.
      () => take(nothing),
    );
    return () => {
      current = false;
    };
  }, [query, version, client]);
  return found;
}
