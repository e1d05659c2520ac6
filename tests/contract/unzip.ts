import { inflateRawSync } from 'node:zlib';

/** Files of a ZIP by name, read by its table of contents alone; throws where that is not true. */
export function unzip(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); zip.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = at + 46 + nameLength + 4;
    const [size, packed, start] = [0, 8, 16].map((by) => Number(zip.readBigUInt64LE(extra + by))) as [
      number,
      number,
      number,
    ];
    const data = start + 30 + nameLength + zip.readUInt16LE(start + 28);
    const text = inflateRawSync(zip.subarray(data, data + packed));
    if (text.length !== size) throw new Error(`${name} has ${text.length} bytes, ${size} are promised`);
    files[name] = text.toString('utf8');
    at += 46 + nameLength + zip.readUInt16LE(at + 30);
  }
  return files;
}
