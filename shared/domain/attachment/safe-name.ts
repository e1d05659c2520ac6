import { endingOf } from './kind.ts';

/** Names that a Windows machine keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
/** What a double click runs or a browser opens as a page: it is saved with an ending that opens nothing. */
const active =
  'html htm xhtml shtml mhtml mht svg svgz xml xsl js mjs jse vbs vbe wsf wsh hta exe com scr pif bat cmd ps1 psm1 msi msp lnk url website webloc desktop jar app command sh reg cpl chm scf inf iso img vhd dll';
const actives = new Set(active.split(' '));
/** Bytes of a name that every file system takes, with room for " (2)". */
const mostBytes = 180;

/** Marks that turn the direction of what follows, are not seen, or control a terminal. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** A lone half of a pair is no text. */
const lone = /\p{Cs}/gu;

/** True where a double click on such a file would run it, or open it as a page of somebody's. */
export const isActive = (name: string): boolean => actives.has(endingOf(name));

/**
 * A name under which a file can be saved anywhere, that shows what it is: no path, no hidden or turning marks, no name
 * of a device, no ending that runs. What a mail calls its file is its sender's word.
 */
export function safeName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replace(lone, '')
    .replace(unseen, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    // Windows drops dots and spaces at the end, which would change what the ending is.
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
  const named = plain === '' ? 'file' : plain;
  const ownName = reserved.test(named) ? `_${named}` : named;
  const short = shortened(ownName);
  return isActive(short) ? `${short}.txt` : short;
}

/** Cut in the middle: the ending says what it is. */
function shortened(name: string): string {
  if (bytesOf(name) <= mostBytes) return name;
  const ending = endingOf(name);
  const tail = ending === '' ? '' : `.${ending}`;
  let stem = '';
  for (const sign of tail === '' ? name : name.slice(0, name.lastIndexOf('.'))) {
    if (bytesOf(stem + sign + tail) > mostBytes) break;
    stem += sign;
  }
  return `${stem.trimEnd()}${tail}`;
}
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** A name as it is shown: what it hides or turns is taken out, else it is as it came. */
export const shownName = (given: string): string =>
  given.replace(lone, '').replace(unseen, '').replace(/\s+/g, ' ').trim() || 'file';
