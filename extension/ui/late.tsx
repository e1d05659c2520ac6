import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part that a first view does without: its code comes when it is first drawn, and nothing stands there until then. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: ComponentType<P> | null = null;
  return function Late(props: P) {
    const [, draw] = useState(0);
    useEffect(() => {
      if (Part) return;
      load().then((loaded) => {
        Part = loaded;
        draw((times) => times + 1);
      }, reportError);
    }, []);
    return Part && <Part {...props} />;
  };
}
