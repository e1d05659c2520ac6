import type { ComposeView } from '@inboxsdk/core';
import { digestKey } from '../../../../shared/domain/interaction/digest-key.ts';
import { limits } from '../../../../shared/domain/limits.ts';
import type { MailPage } from '../../core.ts';
import { cut } from '../../cut.ts';
import { textOfBody } from '../../dom/body-text.ts';
import { permanentId } from '../../dom/ids.ts';
import type { MailPerson, MailRead } from '../../surface.ts';

/** What a compose window says of its mail. */
export type Written = Pick<MailRead, 'subject' | 'to' | 'cc' | 'bcc' | 'text'> & {
  from: MailPerson;
  permanentId: string | null;
};

type Contact = { emailAddress: string | null; name?: string | null | undefined };

/** Where Gmail renamed what holds an address, InboxSDK gives a contact without one. */
const person = ({ emailAddress, name }: Contact): MailPerson[] =>
  emailAddress ? [{ email: emailAddress, name: name?.trim() || null }] : [];

export const recipientsIn = (view: ComposeView): Pick<Written, 'to' | 'cc' | 'bcc'> => ({
  to: view.getToRecipients().flatMap(person),
  cc: view.getCcRecipients().flatMap(person),
  bcc: view.getBccRecipients().flatMap(person),
});

/** Gmail's id of the draft: made in this browser, and kept when it is saved and opened again. */
export const draftIdOf = (view: ComposeView): string | null =>
  permanentId(view.getMetadataForm().querySelector<HTMLInputElement>('input[name="draft"]')?.value ?? null);

/** The newly written text: no quotes. */
export const textIn = (view: ComposeView, page: MailPage): string =>
  page.readers.newText(textOfBody(view.getBodyElement())).trim();

/** By what a mail is known again when it has left without our being told. */
export const scheduledIn = ({
  from,
  subject,
  text,
}: Written): { subject: string; digest: string | null } => ({
  subject: cut(subject, limits.subject),
  digest: digestKey(from.email, 0, text ?? '')?.split(':')[2] ?? null,
});

export function readCompose(view: ComposeView, account: string, text: string): Written {
  const from = view.getFromContact();
  return {
    subject: view.getSubject(),
    from: { email: from?.emailAddress || account, name: from?.name || null },
    ...recipientsIn(view),
    text,
    permanentId: draftIdOf(view),
  };
}
