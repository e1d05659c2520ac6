import type { Instant } from '../rows.ts';
import { contentWords } from './content-words.ts';
import { judgeClosing, type LaterMail } from './judge-closing.ts';
import type { PromiseKind } from './kinds.ts';

type Found = { by: 'us' | 'them'; kind: PromiseKind; what: string; at: Instant };
type Mail = LaterMail & { direction: 'in' | 'out'; at: Instant };

/** Of what a conversation promises, what none of its later mails kept, and of what was said twice the last word. [Z2] */
export function stillOpen<F extends Found>(found: readonly F[], mails: readonly Mail[], names: string): F[] {
  return found.filter((one) => {
    const kept = mails.some(
      (mail) =>
        mail.at > one.at &&
        (mail.direction === 'out') === (one.by === 'us') &&
        judgeClosing({ title: one.what, promiseKind: one.kind, names }, mail) === 'closes',
    );
    return !kept && !found.some((other) => other.at > one.at && isSame(one, other));
  });
}

/** "Could you send a proposal?", and "I'll send the proposal on Thursday" in answer to it. */
function isSame(one: Found, other: Found): boolean {
  if (one.by !== other.by || one.kind !== other.kind || one.kind === 'other') return false;
  if (one.kind !== 'document' && one.kind !== 'order') return true;
  const said = new Set(contentWords(other.what));
  return contentWords(one.what).some((word) => said.has(word));
}
