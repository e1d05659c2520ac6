import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '../shell/session.ts';

export type Pointing = {
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  onFocusIn?: () => void;
  onFocusOut?: () => void;
};

/** What is pointed at here, by mouse or focus, is shown where it stands on the page. */
export function usePointing(): (at: number | undefined) => Pointing {
  const { client } = useSession();
  const shown = useRef<number | null>(null);
  const point = (at: number | null) => {
    if (shown.current === at) return;
    shown.current = at;
    // The page may be gone, or not ours to touch any more: then there is nothing to show.
    client.call('point', { at }).catch(() => undefined);
  };
  useEffect(() => () => point(null), []);
  return (at) =>
    at === undefined
      ? {}
      : {
          onPointerEnter: () => point(at),
          onPointerLeave: () => point(null),
          onFocusIn: () => point(at),
          onFocusOut: () => point(null),
        };
}
