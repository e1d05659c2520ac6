import { readSize } from '../../../shared/domain/attachment/size.ts';
import { all, selectors } from '../dom/selectors.ts';
import type { MailAttachment } from '../surface.ts';

/** A file as the page shows it under a message. */
export type Card = MailAttachment & {
  /** Where the page says that it can be had; null where it says nothing, or another host. */
  url: string | null;
};

/** A page cannot be made to hold us up. */
const mostCards = 100;
const longestOffer = 4_000;

/** Files that the page shows under a message, in their order; links to files elsewhere are none, nor pictures in the text. */
export function cardsIn(message: Element, body: Element | null, origin: string): Card[] {
  return all(message, selectors.attachment)
    .filter((card) => !body?.contains(card) && !card.closest(selectors.writing))
    .slice(0, mostCards)
    .flatMap((card) => {
      const offer = readOffer(card.getAttribute('download_url') ?? '');
      const name = offer?.name || all(card, selectors.attachmentName)[0]?.textContent?.trim() || '';
      if (name === '') return [];
      const shown = all(card, selectors.attachmentSize)[0]?.textContent ?? '';
      const url = offer ? ownUrl(offer.url, origin) : null;
      return [{ name, type: offer?.type || null, size: readSize(shown), url }];
    });
}

/** `application/pdf:Quote.pdf:https://…`: a name may hold colons, neither a type nor what comes before an address does. */
export function readOffer(text: string): { type: string; name: string; url: string } | null {
  // Its middle is the sender's word, and would be tried from each of its colons on.
  const found =
    text.length > longestOffer ? null : /^([\w.+-]+\/[\w.+-]+)?:([\s\S]*):(https:\/\/\S+)$/.exec(text);
  return found ? { type: found[1]?.toLowerCase() ?? '', name: found[2] ?? '', url: found[3] ?? '' } : null;
}

/** Only the mailbox's own host is ever asked, and only for a file. */
function ownUrl(text: string, origin: string): string | null {
  const url = URL.parse(text);
  return url?.origin === origin && url.pathname.startsWith('/mail/') && url.searchParams.get('view') === 'att'
    ? url.href
    : null;
}

/** Of two readings of one mail's files: what the page shows, with what its source knows better; then what only the source has. */
export function merged(
  shown: readonly MailAttachment[],
  source: readonly MailAttachment[],
): MailAttachment[] {
  const left = [...source];
  const both = shown.map(({ name, size, type }) => {
    const at = left.findIndex((each) => each.name === name);
    const [twin] = at < 0 ? [] : left.splice(at, 1);
    return { name, size: twin?.size ?? size, type: type ?? twin?.type ?? null };
  });
  // A page that shows cards shows all of them; its source may call a picture of the text a file.
  return shown.length > 0 ? both : source.map(({ name, size, type }) => ({ name, size, type }));
}
