import { useEffect, useState } from 'preact/hooks';

const restMs = 350;

/** What was typed, when the typing rests. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
