/** What answers and forwards put before a subject, in the words of mail programs. */
const prefix =
  /^\s*(?:re|aw|antw|sv|vs|odp|ynt|res|ref|rif|r|fwd?|wg|tr|rv|enc|i|vb|vl|pd|ilt|回复|回覆|答复|答覆|返信|转发|轉寄|轉發|转寄|転送|전달|회신)(?:\[\d+\])?\s*[:：]\s*/iu;

/** A subject without "Re:" and "Fwd:", by which mails of one conversation are compared. */
export function bareSubject(subject: string): string {
  let bare = subject.slice(0, 1_000);
  for (let next = bare.replace(prefix, ''); next !== bare; next = bare.replace(prefix, '')) bare = next;
  return bare.trim().replace(/\s+/g, ' ').toLowerCase();
}
