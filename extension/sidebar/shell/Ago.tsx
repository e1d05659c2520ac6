import { absoluteTime, relativeTime } from '../../ui/relativeTime.ts';
import { useSession } from './session.ts';

/** How long ago, with the instant in its title. */
export function Ago({ at }: { at: number }) {
  const { now, locale } = useSession();
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, locale.value)}>
      {relativeTime(at, now.value, locale.value)}
    </time>
  );
}
