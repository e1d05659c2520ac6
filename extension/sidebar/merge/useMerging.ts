import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../../shared/kit/id.ts';
import type { MergingView } from '../../messages/merge.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { likelierKept, type Side } from './choices.ts';
import { mergeTwo } from './merge.ts';

/** Two that may be one: what is known of them, and what was chosen so far. */
export function useMerging(noun: 'contact' | 'company', a: Id, b: Id) {
  const session = useSession();
  const { value: view, code } = useAnswer('merging', { noun, a, b });
  const [kept, setKept] = useState<Side | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  useEffect(() => {
    setKept(null);
    setChosen({});
  }, [noun, a, b]);
  const keep = kept ?? (view ? likelierKept(view.a, view.b) : 'a');
  return {
    view: view as MergingView | null | undefined,
    code,
    keep,
    chosen,
    setKeep: setKept,
    swap: () => setKept(keep === 'a' ? 'b' : 'a'),
    choose: (field: string, side: Side) => setChosen({ ...chosen, [field]: side }),
    merge: async (event: Event): Promise<boolean> =>
      view && !view.mixed ? mergeTwo(session, event, view, keep, chosen) : false,
  };
}
