/**
 * Where Gmail's page keeps what we read, most lasting first: attributes with a meaning (`email`, `data-hovercard-id`,
 * `data-legacy-thread-id`, `data-message-id`, `role`) outlived every rename of its class names so far
 * (InboxSDK issues 789, 1042, 1068 to 1080). Each is asked in turn; the first that answers counts.
 */
export const selectors = {
  /** Marks the view that is shown. */
  main: '[role="main"]',
  /** Stands on the view that is shown only. */
  toolbar: '[gh="tm"]',
  /** The subject's heading. List rows carry `data-thread-id` instead, so they are not taken for it. */
  heading: [
    'h2[data-legacy-thread-id]',
    '[data-thread-perm-id][data-legacy-thread-id]',
    '[data-thread-perm-id]',
    'h2.hP',
    '.ha h2',
  ],
  row: ['tr[role="row"]', '[role="grid"] tr', 'tr.zA'],
  /** Whom the rows of a list name. */
  listed: ['tr[role="row"] [email]', 'tr [email]', 'tr [data-hovercard-id*="@"]'],
  /** What names the conversation of a row; a subject's heading carries the same ids. */
  rowId: ['[data-legacy-thread-id]:not(h1,h2,h3)', '[data-thread-id]:not(h1,h2,h3)'],
  rowPeople: ['[email]', '[data-hovercard-id*="@"]'],
  rowDate: ['td.xW [title]', '.apm [title]', 'td:last-child [title]'],
  /** How many messages, and that one of them is not sent yet. */
  rowCount: ['.bx0'],
  rowDraft: ['.boq'],
  /** Where labels stand: before the subject, and in the last line of a row in Gmail's vertical split. */
  rowLabels: ['.apu', '.xT'],
  messageList: ['[role="list"]'],
  message: ['[data-legacy-message-id]', '[data-message-id]'],
  /** Never one of those whom the header names as recipients: nobody is taken for who wrote. */
  sender: [
    '.gD[email]',
    'h3 [email]',
    '.gD[data-hovercard-id*="@"]',
    'h3 [data-hovercard-id*="@"]',
    '[email]:not(.g2):not(.hb *)',
    '[data-hovercard-id*="@"]:not(.g2):not(.hb *)',
  ],
  recipients: ['.hb [email]', '.hb [data-hovercard-id*="@"]', '[email]', '[data-hovercard-id*="@"]'],
  body: ['.a3s', '.ii.gt', '.adP'],
  date: ['.gK [title]', '.g3[title]', 'td.gH [title]'],
  /** "[Message clipped] View entire message". */
  clipped: ['a[href*="view=lg"]'],
  /** Cards of files under a message, and what stands on them. */
  attachment: ['[download_url]', '.aQH > .aZo'],
  attachmentName: ['.aV3', '.aQA'],
  attachmentSize: ['.SaH2Ve', '.aYp'],
  /** "12 older messages": the whole stack is opened by a click on it. */
  stack: ['.adx', '.adv'],
  /** What the user is writing is never read. */
  writing: 'form, [g_editable], [contenteditable="true"], [role="dialog"], .ip',
} as const;

/** The element of ours on a row of a list. */
export const rowTag = 'sidebook-row';

export function first(root: ParentNode, candidates: readonly string[]): Element | null {
  for (const candidate of candidates) {
    const found = root.querySelector(candidate);
    if (found) return found;
  }
  return null;
}

/** All of the first candidate that finds anything. */
export function all(root: ParentNode, candidates: readonly string[]): Element[] {
  for (const candidate of candidates) {
    const found = root.querySelectorAll(candidate);
    if (found.length > 0) return [...found];
  }
  return [];
}
