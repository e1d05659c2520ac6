/** What stands in a compose window where a file is on it: Gmail's own chips, its upload bar, links to Drive, pasted pictures. */
const files =
  'input[name="attach"], .dL, .dQ, .GM, [role="progressbar"], .gmail_drive_chip, .gmail_chip, [aria-label^="Attachment"], [g_editable] img';
/** Pictures of a signature or of an older mail are no news. */
const older = '.gmail_signature, .gmail_quote, blockquote';

export const hasFile = (window: Element): boolean =>
  [...window.querySelectorAll(files)].some((element) => !element.closest(older));
