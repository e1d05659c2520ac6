import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

const most = 0xffffffff;
/** Bit 11: names are UTF-8. Method 8: deflate. 4.5: sizes may take 64 bits. */
const flags = 0x0800;
const method = 8;
const needed = 45;

type Entry = { name: Buffer; at: number; crc: number; size: number; packed: number };

export type Zip = {
  /** Begins a file; what is written from now on is in it. */
  file: (name: string) => void;
  write: (content: string | Buffer) => void;
  /** Writes the table of contents. Returns the size of the whole. */
  end: () => number;
};

/**
 * Writes a ZIP file (PKWARE APPNOTE 6.3) piece by piece: only the piece at hand is in memory. Each piece is a stream
 * of its own that ends in a sync, so they can be put one behind the other.
 */
export function makeZip(path: string, date: Date): Zip {
  const fd = openSync(path, 'wx', 0o600);
  const entries: Entry[] = [];
  let at = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  const put = (bytes: Buffer, where = at) => {
    writeSync(fd, bytes, 0, bytes.length, where);
    if (where === at) at += bytes.length;
  };

  function flush(isLast: boolean): void {
    const entry = entries.at(-1);
    if (!entry) return;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    // Z_SYNC_FLUSH (2) leaves the stream open for the next piece, Z_FINISH (4) ends it.
    const packed = deflateRawSync(bytes, { finishFlush: isLast ? 4 : 2 });
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    entry.packed += packed.length;
    put(packed);
    if (isLast) put(localHeader(entry, date), entry.at);
  }

  return {
    file: (name) => {
      if (entries.length > 0) flush(true);
      const entry = { name: Buffer.from(name, 'utf8'), at, crc: 0, size: 0, packed: 0 };
      entries.push(entry);
      // Its place; what is known only at the end is written then.
      put(localHeader(entry, date));
    },
    write: (content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      waiting.push(bytes);
      length += bytes.length;
      if (length > 1_000_000) flush(false);
    },
    end: () => {
      flush(true);
      const start = at;
      for (const entry of entries) put(centralHeader(entry, date));
      put(ending(entries.length, start, at - start));
      closeSync(fd);
      return at;
    },
  };
}

/** Sizes always stand in the 64-bit field, so the header's length is the same before and after. */
function localHeader({ name, crc, size, packed }: Entry, date: Date): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(needed, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(stamp(date), 10);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(most, 18);
  head.writeUInt32LE(most, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(20, 28);
  return Buffer.concat([head, name, extra(size, packed)]);
}

function centralHeader({ name, at, crc, size, packed }: Entry, date: Date): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  // Made on a Unix: the mode of a plain file stands in the upper half of the attributes.
  head.writeUInt16LE((3 << 8) | needed, 4);
  head.writeUInt16LE(needed, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(stamp(date), 12);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(most, 20);
  head.writeUInt32LE(most, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(28, 30);
  head.writeUInt32LE((0o100600 << 16) >>> 0, 38);
  head.writeUInt32LE(most, 42);
  return Buffer.concat([head, name, extra(size, packed, at)]);
}

function extra(...values: number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  for (const [i, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + i * 8);
  return field;
}

/** The end in 64 bits, where to find it, and the end as every reader looks for it. */
function ending(count: number, start: number, size: number): Buffer {
  const long = Buffer.alloc(56);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE((3 << 8) | needed, 12);
  long.writeUInt16LE(needed, 14);
  long.writeBigUInt64LE(BigInt(count), 24);
  long.writeBigUInt64LE(BigInt(count), 32);
  long.writeBigUInt64LE(BigInt(size), 40);
  long.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Math.min(size, most), 12);
  end.writeUInt32LE(Math.min(start, most), 16);
  return Buffer.concat([long, locator, end]);
}

/** MS-DOS time in the lower half, date in the upper. */
const stamp = (date: Date): number =>
  ((((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()) * 65_536 +
    ((date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1))) >>>
  0;
