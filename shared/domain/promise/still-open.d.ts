import type { Instant } from '../rows.ts';
import { type LaterMail } from './judge-closing.ts';
import type { PromiseKind } from './kinds.ts';
type Found = {
    by: 'us' | 'them';
    kind: PromiseKind;
    what: string;
    at: Instant;
};
type Mail = LaterMail & {
    direction: 'in' | 'out';
    at: Instant;
};
/** Of what a conversation promises, what none of its later mails kept, and of what was said twice the last word. [Z2] */
export declare function stillOpen<F extends Found>(found: readonly F[], mails: readonly Mail[], names: string): F[];
export {};
