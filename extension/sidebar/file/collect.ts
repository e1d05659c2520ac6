import { CodedError } from '../../../shared/kit/error.ts';
import { fromBase64 } from '../../messages/base64.ts';
import type { Calls } from '../../messages/calls.ts';

/** Puts a kept file together of its parts, and holds it against its digest; null where it was stopped. */
export async function collect(
  ask: (part: number) => Promise<Calls['filePart']['out']>,
  tell: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let all = 1; parts.length < all; ) {
    const answer = await ask(parts.length);
    if (signal.aborted) return null;
    const bytes = fromBase64(answer.bytes);
    if (!bytes) throw new CodedError('file.digest');
    parts.push(bytes);
    all = answer.parts;
    tell(parts.length, all);
    if (parts.length === all && (await digestOf(parts)) !== answer.sha256)
      throw new CodedError('file.digest');
  }
  return parts;
}

async function digestOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const whole = await new Blob([...parts]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
