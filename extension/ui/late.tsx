import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part that a first view does without: its code comes when it is first drawn, and nothing stands there until then.
 * @param soon its code comes by itself right after the first paint: what is typed into it at once must not be lost
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  soon = false,
): ComponentType<P> {
  let Part: ComponentType<P> | null = null;
  const bring = async () => {
    Part ??= await load();
  };
  if (soon && typeof requestAnimationFrame === 'function')
    requestAnimationFrame(() => setTimeout(() => bring().catch(reportError)));
  return function Late(props: P) {
    const [, draw] = useState(0);
    useEffect(() => {
      if (!Part) bring().then(() => draw((times) => times + 1), reportError);
    }, []);
    return Part && <Part {...props} />;
  };
}
