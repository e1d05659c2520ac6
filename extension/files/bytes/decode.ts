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
/** Enough to tell encodings apart; what comes behind is looked at only where it turns out to be something else. */
const SAMPLE = 1 << 21;

/** The text of a file, without mark and NULs. */
export async function decode(bytes: Uint8Array, chosen: EncodingName | null, watch: Watch): Promise<Decoded> {
  if (chosen) return decodeAs(bytes, { name: chosen, basis: 'chosen', certain: true }, watch);
  // Cut behind a line end, so that no character is cut in two.
  const cut = bytes.length > SAMPLE ? bytes.lastIndexOf(10, SAMPLE) + 1 || SAMPLE : bytes.length;
  const found = findEncoding(bytes.subarray(0, cut));
  const decoded = await decodeAs(bytes, found, watch);
  if (decoded.broken === 0 || cut === bytes.length || found.basis === 'bom') return decoded;
  return decodeAs(bytes, findEncoding(bytes), watch);
}

async function decodeAs(bytes: Uint8Array, encoding: EncodingFound, watch: Watch): Promise<Decoded> {
  const pace = makePace(watch);
  const decoder = new TextDecoder(encoding.name);
  const pieces: string[] = [];
  let [broken, nuls] = [0, 0];
  for (let from = 0; from < bytes.length; from += PIECE) {
    await pace(from / bytes.length);
    const last = from + PIECE >= bytes.length;
    const piece = decoder.decode(bytes.subarray(from, from + PIECE), { stream: !last });
    const plain = piece.includes('\0') ? piece.replaceAll('\0', '') : piece;
    nuls += piece.length - plain.length;
    broken += count(plain, '\ufffd');
    pieces.push(plain);
  }
  return { text: pieces.join(''), encoding, broken, nuls };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
