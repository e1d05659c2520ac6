/** A mailbox's own part of the address: the browser's n-th account, or a mailbox that somebody else lets one use. */
const mailbox = /^\/mail(?:\/b\/[\w-]{1,200}(?:\/u\/\d+)?|\/u\/\d+(?:\/d\/[\w-]{1,200})?)?(?=\/|$)/;

/** Where requests to this very mailbox go, e.g. `/mail/u/1`. */
export function mailboxPath(pathname: string): string {
  const found = mailbox.exec(pathname)?.[0];
  return found && found !== '/mail' ? found : '/mail/u/0';
}

/** Somebody else's mailbox, which its owner lets one use (delegation). */
export const isDelegated = (pathname: string): boolean =>
  /\/(?:b|d)\/[\w-]+$/.test(mailboxPath(pathname).replace(/\/u\/\d+$/, ''));

/** A conversation in a window of its own, where InboxSDK does not work. */
export const isPopOut = (pathname: string): boolean => /\/popout\/?$/.test(pathname);

type MailWindow = Pick<Window, 'top' | 'self' | 'location'>;

/** Gmail's own window: not its frames, chat, printed pages, originals, or a window for writing one mail. */
export function isMailbox({ top, self, location }: MailWindow): boolean {
  const query = new URLSearchParams(location.search);
  return (
    top === self && location.pathname.startsWith('/mail/') && !query.has('view') && query.get('tf') !== 'cm'
  );
}
