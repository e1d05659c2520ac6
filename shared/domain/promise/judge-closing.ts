import { type AttachmentKind, attachmentKind } from '../attachment/kind.ts';
import type { Task } from '../rows.ts';
import { contentWords } from './content-words.ts';
import { isPromiseKind, type PromiseKind, type PromiseTalk } from './kinds.ts';
import { isLesser } from './lesser.ts';

/** A mail between us and whom the promise is about, written by whoever owes. */
export type LaterMail = Partial<PromiseTalk> & {
  attachments?: readonly { name: string; type: string | null }[] | undefined;
};
/** `names`: of whom it is about; they tell nothing of what was promised. */
type Owed = Pick<Task, 'title' | 'promiseKind'> & { names?: string };
/** `closes`: it answers in kind. `asks`: it may have, and somebody is asked. */
export type Closing = 'closes' | 'asks' | null;

/** Whether a later mail of whoever owes answers a promise in kind. [Z4] */
export function judgeClosing(
  { title, promiseKind, names: about = '' }: Owed,
  { attachments = [], made = [], kept = [], pending = [] }: LaterMail,
): Closing {
  const kind = isPromiseKind(promiseKind) ? promiseKind : 'other';
  const named = new Set(contentWords(about));
  const words = contentWords(title).filter((word) => !named.has(word));
  const names = (text: string): boolean => {
    const said = new Set(contentWords(text));
    return words.some((word) => said.has(word));
  };
  const mayHave = attachments.length > 0 || kept.length > 0;
  // 1. Words alone do not tell that somebody called, met or answered.
  if (kind === 'call' || kind === 'meeting' || kind === 'answer') return 'asks';
  // 2. Promised once more: it is still to come.
  const again = made.some(
    ({ by, sentence, kind: of }) => by === 'writer' && (of === kind || names(sentence)),
  );
  // 3. It is said to be still to come, or what comes is a draft, or another one.
  const isLess = (text: string): boolean => isLesser(text) && !isLesser(title);
  const later = pending.some(
    ({ kinds, sentence }) =>
      ((isNarrow(kind) && kinds.includes(kind)) || names(sentence)) &&
      isLess(sentence) === isLesser(sentence),
  );
  if (again || later) return mayHave ? 'asks' : null;
  // 4. A file of that kind, or of that name. A picture by itself may be the logo of a signature.
  const wanted = fileKind(kind, title);
  const comes =
    !kept.some(({ sentence }) => isLess(sentence)) &&
    attachments.some(({ name, type }) => {
      const file = attachmentKind(name, type);
      const isNamed = kind === 'document' && file !== 'image' && names(name);
      return !isLess(name) && (file === wanted || isNamed);
    });
  if (comes) return 'closes';
  // 5. It is said to come with the mail, or to be done, in the task's own words.
  const done = kept.some(
    ({ kinds, sentence }) =>
      !isLess(sentence) &&
      ((kind === 'payment' && kinds.includes(kind)) ||
        ((kinds.length === 0 || kinds.includes(kind) || kind === 'other') && names(sentence))),
  );
  if (done) return 'closes';
  return mayHave ? 'asks' : null;
}

/** Of what there is one of between two, its kind says which is meant. */
const isNarrow = (kind: PromiseKind): boolean => kind === 'quote' || kind === 'payment';

/** Of which kind the promised file is, where that says enough: every other file is a document. */
function fileKind(kind: PromiseKind, title: string): AttachmentKind | null {
  if (kind === 'quote' || kind === 'order') return kind;
  const named = attachmentKind(title, null);
  return kind === 'document' && ['contract', 'invoice', 'presentation'].includes(named) ? named : null;
}
