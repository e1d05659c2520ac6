import { makePace, type Watch } from '../pace.ts';
import { type EncodingFound, type EncodingName, findEncoding } from './encoding.ts';

export type Decoded = {
  text: string;
  encoding: EncodingFound;
  /** Replacement characters: bytes that were none of the encoding. */
  broken: number;
  /** NUL characters that were taken out. */
  nuls: number;
};

const PIECE = 1 << 20;

/** The text of a file, without mark and NULs. */
export async function decode(bytes: Uint8Array, chosen: EncodingName | null, watch: Watch): Promise<Decoded> {
  const pace = makePace(watch);
  const encoding: EncodingFound = chosen
    ? { name: chosen, basis: 'chosen', certain: true }
    : findEncoding(bytes);
  const decoder = new TextDecoder(encoding.name);
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    await pace(from / bytes.length);
    const last = from + PIECE >= bytes.length;
    pieces.push(decoder.decode(bytes.subarray(from, from + PIECE), { stream: !last }));
  }
  const text = pieces.join('');
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return { text: plain, encoding, broken: count(plain, '\ufffd'), nuls: text.length - plain.length };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
