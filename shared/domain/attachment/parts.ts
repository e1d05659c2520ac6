/** Bytes of a file cross in parts of this size, the last one shorter: as base64 a whole number of signs, half a megabyte. */
export const partBytes = 393_216;

/** How many parts a file of this size has; an empty one has one, which is empty. */
export const partsOf = (size: number): number => Math.max(1, Math.ceil(size / partBytes));

/** How many bytes the part has; null where the file has no such part. */
export function lengthOfPart(size: number, part: number): number | null {
  const parts = partsOf(size);
  if (!Number.isInteger(part) || part < 0 || part >= parts) return null;
  return part < parts - 1 ? partBytes : size - partBytes * (parts - 1);
}

/** Parts of a file that are not among these. */
export const missingParts = (size: number, there: Iterable<number>): number[] => {
  const known = new Set(there);
  return Array.from({ length: partsOf(size) }, (_, part) => part).filter((part) => !known.has(part));
};
