import { useRef } from 'preact/hooks';
import { pass, useKeys } from '../../sidebar/shell/useKeys.ts';
import { pages } from './pages.ts';

/** How long the second key is waited for. */
const patienceMs = 1_500;

/** `g`, then the letter of a page. */
export function useGo(go: (path: string) => void): void {
  const asked = useRef(0);
  const letters = pages.flatMap(({ path, nav }) => (nav ? [[nav.key, path] as const] : []));
  useKeys({
    g: ({ timeStamp }) => {
      asked.current = timeStamp;
    },
    ...Object.fromEntries(
      letters.map(([letter, path]) => [
        letter,
        ({ timeStamp }: KeyboardEvent) => {
          const isMeant = timeStamp - asked.current < patienceMs;
          asked.current = 0;
          return isMeant ? go(path) : pass;
        },
      ]),
    ),
  });
}
