import { limits } from '../../../shared/domain/limits.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Delta, DeltaRow } from '../../../shared/sync/delta.ts';
import type { Launched } from '../../doubles/browser/launch.ts';

/** A paired device of the test's own, which sees what the team's browsers would see. */
export type Device = { url: string; token: string };
export type Answer = { status: number; text: string };

/** One call as anybody could make it; a query when `method` says so. */
export async function ask(
  url: string,
  procedure: string,
  input: unknown,
  token: string | null,
  method: 'GET' | 'POST' = 'POST',
): Promise<Answer> {
  const query = method === 'GET' ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const answer = await fetch(`${url}/trpc/${procedure}${query}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(method === 'POST' ? { body: JSON.stringify(input) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

const dataOf = <T>({ status, text }: Answer): T => {
  if (status !== 200) throw new Error(`the server answered ${status}: ${text}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
};

export async function pairedDevice(url: string, code: string): Promise<Device> {
  const answer = await ask(url, 'pairing.claim', { code, deviceName: 'test' }, null);
  return { url, token: dataOf<{ token: string }>(answer).token };
}

export async function pullAll({ url, token }: Device): Promise<DeltaRow[]> {
  const rows: DeltaRow[] = [];
  for (let epoch: string | null = null, cursor = 0; ; ) {
    const delta: Delta = dataOf(
      await ask(url, 'sync.pull', { epoch, cursor, limit: limits.pull }, token, 'GET'),
    );
    rows.push(...delta.rows);
    if (!delta.more) return rows;
    ({ epoch, cursor } = delta);
  }
}

/** What the team has of a subject that one member logged. */
export const loggedBy = async (
  device: Device,
  member: Id | undefined,
  subject: string,
): Promise<Interaction[]> =>
  (await pullAll(device)).flatMap(({ noun, row }) =>
    noun === 'interaction' && !row.deletedAt && row.loggedBy === member && row.subject?.includes(subject)
      ? [row]
      : [],
  );

/** The token of a browser's own device, as its worker keeps it. */
export async function tokenOf({ worker }: Launched): Promise<string> {
  const kept = await (await worker()).evaluate(async () =>
    JSON.stringify(await chrome.storage.local.get(null)),
  );
  const token = /"token":"([^"]{20,})"/.exec(kept)?.[1];
  if (!token) throw new Error('the browser keeps no token');
  return token;
}
