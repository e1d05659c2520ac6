/**
 * Opens a dialog over everything else, and answers with what closes it and gives the focus back. In a frame within
 * somebody's page it stays out of the browser's top layer: that counts as covering the frame, and would disarm its
 * buttons. There it lies on top of everything around it, which is inert meanwhile.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  const framed = window.top !== window;
  const others = !framed ? [] : around(dialog).filter((each) => !each.inert);
  for (const other of others) other.inert = true;
  if (framed) dialog.show();
  else dialog.showModal();
  return () => {
    for (const other of others) other.inert = false;
    dialog.close();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/** Everything in the document but the element, what it stands in and what stands in it. */
function around(element: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement)
    for (const each of at.parentElement.children)
      if (each !== at && each instanceof HTMLElement) found.push(each);
  return found;
}
