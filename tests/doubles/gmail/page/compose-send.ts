import { chipsOf, type Field } from './compose-parts.ts';
import { called, dropClass } from './dom.ts';
import { loadThreads, type Message, type Thread } from './state.ts';
import { syncRequest } from './wire.ts';
import { say } from './words.ts';

export type Draft = {
  permId: string;
  threadPermId: string;
  target: Message | null;
  thread: Thread | null;
  saved: boolean;
};

/** How the page hears that mail was sent; set once by the entry. */
type Surroundings = { moles: HTMLElement; notice(text: string): void; onSent(permId: string): void };
let around: Surroundings | null = null;
export const surround = (given: Surroundings): void => {
  around = given;
};

export const surroundings = (): Surroundings | null => around;

export const close = (root: HTMLElement): void => {
  const inline = root.closest(called('ip'));
  if (inline) dropClass(inline, 'adB');
  (inline ? root : root.closest('.s-mole'))?.remove();
};

/** `/i/s` as the SDK reads it: the message stands at `[1]` of its thread when it is new, at `[13]` when it was saved before. */
function written(root: HTMLElement, draft: Draft, labels: string[], sendAt?: number): unknown {
  const contacts = (field: Field) => chipsOf(root, field).map(({ name, email }) => [1, email, name]);
  const subject = root.querySelector<HTMLInputElement>('.s-subject')?.value ?? '';
  const html = root.querySelector('.s-editor')?.innerHTML ?? '';
  const message: unknown[] = [
    draft.permId,
    null,
    contacts('to'),
    contacts('cc'),
    contacts('bcc'),
    null,
    null,
    subject,
  ];
  message[8] = [null, [[null, html]]];
  message[10] = labels;
  if (sendAt !== undefined) message[17] = sendAt;
  const thread: unknown[] = [];
  thread[draft.saved ? 13 : 1] = [message];
  return [null, [[[1, [draft.threadPermId, thread]]]]];
}

export async function save(root: HTMLElement, draft: Draft): Promise<void> {
  if (!root.isConnected) return;
  const body = written(root, draft, ['^all', '^r', '^r_bt']);
  draft.saved = true;
  await syncRequest('s', body);
}

const hasNobody = (root: HTMLElement): boolean =>
  chipsOf(root, 'to').length + chipsOf(root, 'cc').length + chipsOf(root, 'bcc').length === 0;

/** The window goes as with sending; its request has no label that the SDK takes for sending or saving. */
export async function schedule(root: HTMLElement, draft: Draft, sendAt: number): Promise<void> {
  if (hasNobody(root)) return;
  const body = written(root, draft, ['^all', '^f', '^f_bt'], sendAt);
  close(root);
  await syncRequest('s', body);
  around?.notice(say('scheduledNotice'));
}

export async function send(root: HTMLElement, draft: Draft): Promise<void> {
  if (hasNobody(root)) return;
  const body = written(root, draft, ['^all', '^pfg', '^f']);
  around?.notice(say('sending'));
  close(root);
  await syncRequest('s', body);
  await loadThreads();
  around?.notice(say('sentNotice'));
  around?.onSent(draft.permId);
}
