import { selectors } from './selectors.ts';

/**
 * Whether the mailbox's reading area, or what is drawn at a place of it, is dark, by the brightness of what stands behind it. `Global.gmailTheme` of
 * InboxSDK 2.2.26 is not used: it stays at its first value unless the extension also renders a collapsible section.
 */
export function themeOf(document: Document, at?: Element): 'light' | 'dark' {
  const view = document.defaultView;
  if (!view) return 'light';
  let element: Element | null = at ?? document.querySelector(selectors.main) ?? document.body;
  for (; element; element = element.parentElement) {
    const brightness = brightnessOf(view.getComputedStyle(element).backgroundColor);
    if (brightness !== null) return brightness < 0.5 ? 'dark' : 'light';
  }
  return 'light';
}

/** 0 (black) to 1 (white); null for what lets shine through or is in no form we know. */
export function brightnessOf(colour: string): number | null {
  const parts = /^rgba?\(\s*([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)(?:[ ,/]+([\d.]+%?))?\s*\)$/.exec(colour);
  if (!parts) return null;
  const alpha = parts[4] === undefined ? 1 : Number.parseFloat(parts[4]) / (parts[4].endsWith('%') ? 100 : 1);
  if (alpha < 0.5) return null;
  // Rec. 601 weights: what the eye takes for brightness.
  return (0.299 * Number(parts[1]) + 0.587 * Number(parts[2]) + 0.114 * Number(parts[3])) / 255;
}
