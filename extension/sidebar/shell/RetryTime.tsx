import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';

/** When it is tried again by itself, counted down. Not read aloud each second. */
export function RetryTime({ at }: { at: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, [at]);
  const seconds = Math.ceil((at - now) / 1_000);
  if (seconds <= 0) return null;
  return (
    <span aria-live="off" role="timer">
      {' '}
      {seconds < 100
        ? m.sidebar_retry_in({ seconds })
        : m.sidebar_retry_minutes({ minutes: Math.round(seconds / 60) })}
    </span>
  );
}
