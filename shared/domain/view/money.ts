export type Money = { currency: string; minor: number };

/** `EUR 129900`; null where it is none. */
export function moneyOf(text: string | number | undefined): Money | null {
  const parts = /^([A-Z]{3}) (-?\d{1,16})$/.exec(String(text));
  return parts ? { currency: parts[1] ?? '', minor: Number(parts[2]) } : null;
}
