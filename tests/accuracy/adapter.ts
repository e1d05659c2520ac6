import { readHeader } from '../../extension/recognisers/mail/header.ts';
import { newText } from '../../extension/recognisers/mail/reply.ts';
import { isEmail } from '../../shared/identity/email.ts';

export { isEmail };
export const reply = newText;
export const header = readHeader;
