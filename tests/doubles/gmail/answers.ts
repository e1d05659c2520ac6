export type StandInAnswer = { status: number; headers: Record<string, string>; body: string };

export const plain = (status: number, body: string): StandInAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
export const html = (body: string): StandInAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});
export const json = (value: unknown): StandInAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
export const redirect = (to: string): StandInAnswer => ({ status: 302, headers: { location: to }, body: '' });
