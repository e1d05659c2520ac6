/**
 * A piece of a mail and what its reader takes from it: a test of that reader, a negative one for all others but those
 * in `also`, and a row of docs/recognition-mail.md.
 */
export type MailExample = {
  shows: string;
  text: string;
  /** Who sent it. */
  from?: string;
  sees: string;
  also?: MailReader[];
};
export type MailReader =
  | 'new text'
  | 'older mail'
  | 'signature'
  | 'web form'
  | 'mail to many or by a machine';
