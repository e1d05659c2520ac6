import { foldText } from '../../kit/fold.ts';
import { type AttachmentKind, attachmentKind } from '../attachment/kind.ts';
import type { Task } from '../rows.ts';
import { isPromiseKind, type PromiseKind, type PromiseTalk } from './kinds.ts';

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
  { attachments = [], made = [], kept = [] }: LaterMail,
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
  if (again) return mayHave ? 'asks' : null;
  // 3. A file of that kind, or of that name.
  const wanted = fileKind(kind, title);
  const comes = attachments.some(({ name, type }) => {
    const file = attachmentKind(name, type);
    return file === wanted || (kind === 'document' && names(name));
  });
  if (comes) return 'closes';
  // 4. It is said to come with the mail, or to be done, in the task's own words.
  const done = kept.some(
    ({ kinds, sentence }) =>
      (kind === 'payment' && kinds.includes(kind)) ||
      ((kinds.length === 0 || kinds.includes(kind) || kind === 'other') && names(sentence)),
  );
  if (done) return 'closes';
  return mayHave ? 'asks' : null;
}

/** Of which kind the promised file is, where that says enough: every other file is a document. */
function fileKind(kind: PromiseKind, title: string): AttachmentKind | null {
  if (kind === 'quote' || kind === 'order') return kind;
  const named = attachmentKind(title, null);
  return kind === 'document' && ['contract', 'invoice', 'presentation'].includes(named) ? named : null;
}

/** Words of what people do with anything: they tell nothing of what was promised. */
const common = new Set(
  'the and for with your our you him her them this that from send sending forward email mail share submit provide return get give have let call place ship deliver prepare draft put together update updated fix set take care arrange book need new latest final revised updated signed copy please over back document documents file files information details list'.split(
    ' ',
  ),
);
const hanCommon = new Set(['发送', '提供', '一份', '一下', '文件', '资料', '附件']);

/** Whole words of Latin and other scripts, pairs of Han characters; in one form. */
function contentWords(text: string): string[] {
  const folded = foldText(text);
  const words = (folded.match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    .filter((word) => !/\p{Script=Han}/u.test(word))
    .map((word) => (word.length > 4 ? word.replace(/(?<!s)s$/, '') : word))
    .filter((word) => !common.has(word));
  const pairs: string[] = [];
  for (const [run] of folded.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= run.length; at++) pairs.push(run.slice(at, at + 2));
  return [...words, ...pairs.filter((pair) => !hanCommon.has(pair))];
}
