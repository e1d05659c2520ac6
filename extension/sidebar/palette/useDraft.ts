import { useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../shell/session.ts';

const place = 'palette';
/** What was typed and left, of this document; null: not known yet. */
let left: string | null = null;

/** What is typed survives closing the palette, and the page; it is forgotten once something was done with it. */
export function useDraft() {
  const { client } = useSession();
  const [text, show] = useState(left ?? '');
  const typed = useRef(left !== null);
  useEffect(() => {
    if (typed.current) return;
    client.call('draft', { place }).then(
      (draft) => {
        left ??= draft.text ?? '';
        if (!typed.current && draft.text) show(draft.text);
      },
      // Without it the field is merely empty.
      () => undefined,
    );
  }, [client]);
  const setText = (next: string) => {
    typed.current = true;
    show(next);
  };
  const keep = (next: string) => {
    if (left === next) return;
    left = next;
    // Only of this document then.
    client.call('setDraft', { place, text: next || null }).catch(() => undefined);
  };
  return { text, setText, keep };
}
