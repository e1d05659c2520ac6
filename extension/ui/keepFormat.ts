/** More than these are not in use at once; an import may bring any number of currencies. */
const kept = 50;

/**
 * Remembers what was made of a key: an `Intl` format takes longer to make than all else of a row takes to draw. The
 * zone belongs to the key, since a format keeps the one it was made in and the reader may travel.
 */
export function keepFormat<K extends readonly string[], F>(make: (...key: K) => F): (...key: K) => F {
  const formats = new Map<string, F>();
  return (...key) => {
    const name = `${new Date().getTimezoneOffset()} ${key.join(' ')}`;
    const known = formats.get(name);
    if (known !== undefined) return known;
    const made = make(...key);
    if (formats.size >= kept) formats.clear();
    formats.set(name, made);
    return made;
  };
}
