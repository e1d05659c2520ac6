import { partBytes } from '../../shared/domain/attachment/parts.ts';
import { limits } from '../../shared/domain/limits.ts';
import { CodedError } from '../../shared/kit/error.ts';

/** Bytes of a body: calls are small; a push carries as many mutations as it may, each as large as it may be. */
export const mostOfCall = 256_000;
/** A part of a file in base64, and what is around it. */
export const mostOfPart = (partBytes / 3) * 4 + 1_024;
export const mostOfPush = limits.push * limits.mutation + 16_384;
const deepest = 32;

/** Reads a body up to a limit, whatever its Content-Length says or leaves out. */
export async function readBody(request: Request, most: number): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > most) throw new CodedError('input.too_large', 'body');
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw new CodedError('input.too_large', 'body');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Parses JSON that is neither a bomb (5 million brackets stall the parser for seconds) nor sets a prototype. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new CodedError('input.invalid', 'depth');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CodedError('input.invalid', 'json');
    throw error;
  }
  refuseKeys(value);
  return value;
}

/** How deep arrays and objects are nested, brackets in strings not counted; stops as soon as it is too deep. */
function depthOf(text: string): number {
  let depth = 0;
  let deepestSeen = 0;
  for (let i = 0; i < text.length && deepestSeen <= deepest; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (code === 0x5b || code === 0x7b) deepestSeen = Math.max(deepestSeen, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepestSeen;
}

const refused = new Set(['__proto__', 'constructor', 'prototype']);

function refuseKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) refuseKeys(item);
  else
    for (const [key, item] of Object.entries(value)) {
      if (refused.has(key)) throw new CodedError('input.invalid', 'key');
      refuseKeys(item);
    }
}
