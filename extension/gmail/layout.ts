import type { MailLayout } from './health.ts';
import { isDelegated, isPopOut } from './mailbox-path.ts';

/** Under this width Gmail's column leaves little of a mail. */
const NARROW_PX = 800;

/** What of the page's layout decides what can work; asked only when a report is made, as it measures. */
export function layoutOf(document: Document, location: Pick<Location, 'pathname'>): MailLayout {
  const find = (selector: string) => document.querySelector(selector);
  const isApp = find('.aqk [role="navigation"], .aqn.aIH, .aeN.a6o') !== null;
  return {
    nav: isApp ? 'app' : find('[role="navigation"], .aeN') ? 'classic' : 'unknown',
    pane: paneOf(find('.aia .ao9'), find('[gh="tl"]')),
    conversations: !showsMailsOneByOne(document),
    narrow: (document.defaultView?.innerWidth ?? NARROW_PX) < NARROW_PX,
    delegated: isDelegated(location.pathname),
    popOut: isPopOut(location.pathname),
  };
}

/** The interface's language, where the page says it as languages are said. */
export function languageOf({ documentElement: { lang } }: Document): string | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(lang) ? lang : null;
}

function paneOf(pane: Element | null, list: Element | null): MailLayout['pane'] {
  if (!pane) return 'none';
  const below = list && pane.getBoundingClientRect().top >= list.getBoundingClientRect().bottom - 1;
  return below ? 'below' : 'right';
}

/** With conversation view off every mail is a row, so rows repeat a conversation's id. */
function showsMailsOneByOne(document: Document): boolean {
  const ids = new Set<string>();
  for (const element of document.querySelectorAll('tr [data-legacy-thread-id]')) {
    const id = element.getAttribute('data-legacy-thread-id') ?? '';
    if (id !== '' && ids.has(id)) return true;
    ids.add(id);
  }
  return false;
}
