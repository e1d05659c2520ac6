/**
 * Gives a file to the browser to save, never to show: what somebody sent by mail is opened by no page of ours.
 * @param name a safe one
 */
export function saveBytes(parts: readonly Uint8Array<ArrayBuffer>[], name: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
