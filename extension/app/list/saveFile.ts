/** Gives a file to the browser to save. */
export function saveFile(parts: readonly string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click; a minute is enough for the largest.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
