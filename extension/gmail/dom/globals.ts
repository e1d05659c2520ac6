/** What Gmail's page says of itself in an inline script, `GLOBALS=[...]`, where page variables are out of reach. */
export type PageGlobals = { account: string | null; key: string | null };

const KEY = 9;
const ACCOUNT = 10;

/**
 * Account and the key that requests for an original carry (`ik`). InboxSDK's page part copies both to attributes
 * of `<head>`; without it they are read from the inline script's text, then from the page's own requests.
 */
export function globalsOf(document: Document): PageGlobals {
  const head = document.head;
  const attribute = (name: string) => head?.getAttribute(`data-inboxsdk-${name}`) || null;
  const array = globalsArray(document);
  return {
    account:
      attribute('user-email-address') ??
      address(array?.[ACCOUNT]) ??
      switcherAccount(document) ??
      titleAccount(document),
    key: attribute('ik-value') ?? keyText(array?.[KEY]) ?? requestedKey(document),
  };
}

const address = (value: unknown): string | null =>
  typeof value === 'string'
    ? (/[^\s<>()"',;]+@[^\s<>()"',;]+\.[^\s<>()"',;]+/.exec(value)?.[0] ?? null)
    : null;

const keyText = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;

function globalsArray(document: Document): unknown[] | null {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = /\bGLOBALS\s*=\s*\[/.exec(text);
    if (start) return arrayStart(text.slice(start.index + start[0].length));
  }
  return null;
}

/** A string, a bracket, or a comma; what stands between (numbers, `null`, nothing) has no name here. */
const token = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([[{])|([\]}])|,/g;

/** The first entries of an array literal whose opening bracket was read: strings, and null for whatever else. */
export function arrayStart(text: string, entries = 12): (string | null)[] {
  const found: (string | null)[] = [null];
  let depth = 0;
  for (const [whole, double, single, opens, closes] of text.slice(0, 100_000).matchAll(token)) {
    if (opens) depth += 1;
    else if (closes) depth -= 1;
    else if (whole === ',' && depth === 0) found.push(null);
    else if (depth === 0) found[found.length - 1] = double ?? single ?? null;
    if (depth < 0 || found.length > entries) return found.slice(0, entries);
  }
  return found;
}

/** "Google Account: Ada (ada@example.org)", in whatever language. */
function switcherAccount(document: Document): string | null {
  for (const link of document.querySelectorAll('[role="banner"] a[aria-label*="@"]')) {
    const found = address(link.getAttribute('aria-label'));
    if (found) return found;
  }
  const shown = document.querySelector('[role="banner"] a[href^="https://myaccount.google."]');
  // Each part by itself: run together, a name would stick to the address.
  for (const part of shown?.parentElement?.querySelectorAll('*') ?? []) {
    const found = part.childElementCount === 0 ? address(part.textContent) : null;
    if (found) return found;
  }
  return null;
}

/** "Inbox (3) - ada@example.org - Gmail" */
const titleAccount = (document: Document): string | null => address(document.title.split(' - ').at(-2));

function requestedKey(document: Document): string | null {
  const asked = document.defaultView?.performance?.getEntriesByType?.('resource') ?? [];
  const addresses = [
    ...asked.map(({ name }) => name),
    document.querySelector('[src*="ik="]')?.getAttribute('src') ?? '',
  ];
  for (const url of addresses) {
    const key = /[?&]ik=([\w-]{1,64})(?:&|$)/.exec(url)?.[1];
    if (key && /^(?:https:\/\/mail\.google\.com)?\/|^\?/.test(url)) return key;
  }
  return null;
}
