import type { Id } from '../../../shared/kit/id.ts';

const isId = (value: unknown): value is Id =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}$/.test(value);

export type Place = readonly (string | number)[];

/** Every place of an input where an id stands. */
export function placesOf(input: unknown, at: Place = []): Place[] {
  if (isId(input)) return [at];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) => placesOf(value, [...at, key]));
}

/** The same input with another id in one place. */
export function forged(input: unknown, [first, ...rest]: Place, id: Id): unknown {
  if (first === undefined) return id;
  if (Array.isArray(input))
    return input.map((value, key) => (key === Number(first) ? forged(value, rest, id) : value));
  const object = input as Record<string, unknown>;
  return { ...object, [first]: forged(object[first], rest, id) };
}
