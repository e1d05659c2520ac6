import type { MailPart } from './conversation.ts';
import type { QuotedHeader } from './header.ts';

/** The mail that a mail hands on, as it stands in its text. */
export type HandedOn = {
  header: QuotedHeader;
  text: string;
  /** The mail says itself that it is a forward. Else only its subject can: Outlook quotes in answers alike. */
  says: boolean;
};

/** "Forwarded message", in the words of mail programs; a stem tells in most languages. */
const forwarded =
  /forward|weitergeleit|transf[eé]r|reenv|encaminhad|inoltrat|doorgestuurd|vidarebefordra|videresend|välitet|edelleenl|przekaza|przesłan|přeposl|preposl|továbbít|redirecționat|пересл|перенаправ|προωθ|iletil|chuyển tiếp|diteruskan|ส่งต่อ|הועבר|محو[ّ]?ل|转发|轉寄|轉發|転送|전달/iu;
/** A line that nobody writes in a sentence: dashes around it, or a colon at its end. */
const separator = /^[\s>|*_]*(?:[-_=~—–]{2,}.{3,60}[-_=~—–]{2,}|.{3,60}[:：])[\s*_]*$/u;
const subjectStart =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|vb|vl|pd|ilt|továbbítás|转发|轉寄|轉發|转寄|転送|전달)\s*[:：]/iu;

export const isForwardSubject = (subject: string): boolean => subjectStart.test(subject);

/**
 * The mail handed on below what somebody newly wrote; null where what stands there is quoted for an answer.
 * @param parts the mails that the text is made of
 */
export function handedOn(text: string, [own, first]: readonly MailPart[]): HandedOn | null {
  if (!own || !first?.isForwarded || !first.header?.from) return null;
  const says = text
    .slice(0, 200_000)
    .split('\n', own.text.split('\n').length + 3)
    .some((line) => line.length < 160 && separator.test(line) && forwarded.test(line));
  return { header: first.header, text: first.text, says };
}
