import { isZone } from '../../kit/civil.ts';
import type { Contact } from '../rows.ts';

/** Countries that have one clock, by their calling code; of the others a number tells no zone. */
const zones: Record<string, string> = {
  20: 'Africa/Cairo',
  27: 'Africa/Johannesburg',
  30: 'Europe/Athens',
  31: 'Europe/Amsterdam',
  32: 'Europe/Brussels',
  33: 'Europe/Paris',
  36: 'Europe/Budapest',
  39: 'Europe/Rome',
  40: 'Europe/Bucharest',
  41: 'Europe/Zurich',
  43: 'Europe/Vienna',
  44: 'Europe/London',
  45: 'Europe/Copenhagen',
  46: 'Europe/Stockholm',
  47: 'Europe/Oslo',
  48: 'Europe/Warsaw',
  49: 'Europe/Berlin',
  54: 'America/Argentina/Buenos_Aires',
  57: 'America/Bogota',
  60: 'Asia/Kuala_Lumpur',
  63: 'Asia/Manila',
  65: 'Asia/Singapore',
  66: 'Asia/Bangkok',
  81: 'Asia/Tokyo',
  82: 'Asia/Seoul',
  84: 'Asia/Ho_Chi_Minh',
  86: 'Asia/Shanghai',
  90: 'Europe/Istanbul',
  91: 'Asia/Kolkata',
  92: 'Asia/Karachi',
  234: 'Africa/Lagos',
  254: 'Africa/Nairobi',
  353: 'Europe/Dublin',
  358: 'Europe/Helsinki',
  359: 'Europe/Sofia',
  370: 'Europe/Vilnius',
  371: 'Europe/Riga',
  372: 'Europe/Tallinn',
  380: 'Europe/Kyiv',
  385: 'Europe/Zagreb',
  386: 'Europe/Ljubljana',
  420: 'Europe/Prague',
  421: 'Europe/Bratislava',
  852: 'Asia/Hong_Kong',
  853: 'Asia/Macau',
  886: 'Asia/Taipei',
  966: 'Asia/Riyadh',
  971: 'Asia/Dubai',
  972: 'Asia/Jerusalem',
};

/** By which clock somebody writes: as it was set, else as their telephone number tells; null where neither does. */
export function zoneOf({ zone, keys }: Pick<Contact, 'zone' | 'keys'>): string | null {
  if (zone && isZone(zone)) return zone;
  for (const { kind, value } of keys) {
    if (kind !== 'phone' || !value.startsWith('+')) continue;
    // No calling code begins with another one.
    for (const length of [3, 2]) {
      const found = zones[value.slice(1, 1 + length)];
      if (found) return found;
    }
  }
  return null;
}
