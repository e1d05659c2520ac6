/** Places an open popover under its button, or above where there is more room; never outside the window. */
export function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  const margin = 8;
  const anchor = button.getBoundingClientRect();
  const room = document.documentElement;
  popover.style.maxInlineSize = `${room.clientWidth - 2 * margin}px`;
  popover.style.maxBlockSize = '';
  // Measured from the corner: at its old place it would be squeezed by the edge of the window.
  popover.style.left = popover.style.top = '0';
  const { width, height } = popover.getBoundingClientRect();
  const below = room.clientHeight - anchor.bottom - margin;
  const above = anchor.top - margin;
  const up = height > below && above > below;
  popover.style.maxBlockSize = `${Math.max(80, (up ? above : below) - 4)}px`;
  const end = anchor.left + width > room.clientWidth - margin;
  const left = end ? anchor.right - width : anchor.left;
  popover.style.left = `${Math.max(margin, Math.min(left, room.clientWidth - width - margin))}px`;
  popover.style.top = up
    ? `${Math.max(margin, anchor.top - Math.min(height, above - 4) - 4)}px`
    : `${anchor.bottom + 4}px`;
}
