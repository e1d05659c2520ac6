import { useEffect, useState } from 'preact/hooks';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { CallName, Calls } from '../../messages/calls.ts';
import { answerKey, useSession } from './session.ts';

export type Answer<T> = { value: T | undefined; code: ErrorCode | null };

/**
 * Asks the background and asks again on every local change; what was known last is shown at once.
 * @param input null: nothing is asked yet
 */
export function useAnswer<N extends CallName>(
  name: N,
  input: Calls[N]['in'] | null,
): Answer<Calls[N]['out']> {
  const session = useSession();
  const place = session.state.value?.place ?? null;
  const key = answerKey(place, name, input);
  const version = session.state.value?.version;
  // The background pushes the card along with the screen it belongs to.
  const view = session.state.value?.view;
  const told = view ? key === answerKey(place, 'person', { contactId: view.contact.id }) : false;
  const [answer, setAnswer] = useState<{ key: string } & Answer<Calls[N]['out']>>({
    ...{ key, value: undefined, code: null },
  });

  // The key stands for name and input, the version for what they mean.
  useEffect(() => {
    if (told || input === null) return;
    let current = true;
    session.client.call(name, input).then(
      (value) => {
        session.answers.set(key, value);
        session.learned.value += 1;
        if (current) setAnswer({ key, value, code: null });
      },
      (error: unknown) => {
        const code = error instanceof CodedError ? error.code : 'server.unexpected';
        if (current) setAnswer((last) => ({ key, value: last.key === key ? last.value : undefined, code }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, version]);

  const kept = session.answers.get(key) as Calls[N]['out'] | undefined;
  const own = answer.key === key ? answer : { value: undefined, code: null };
  // What stands here for long may be forgotten there.
  return { value: kept === undefined ? own.value : kept, code: own.code };
}
