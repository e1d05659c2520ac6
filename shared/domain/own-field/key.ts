import { foldText } from '../../kit/fold.ts';

/** FNV-1a, 32 bits: short, and the same everywhere. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

/**
 * The key under which the values of a field are kept, made of its name once. The same name gives the same key on every
 * device, so that two who define one offline define one.
 */
export function ownFieldKey(label: string): string {
  const folded = foldText(label.trim());
  const plain = folded
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  // What has no letter of the alphabet (or begins with none) is told apart by all of it; so is what every object has.
  const spelled = /^[a-z]/.test(plain) && /^[\x20-\x7e]*$/.test(folded) && !(plain in {});
  return spelled ? plain : `f_${hash(folded)}`;
}
