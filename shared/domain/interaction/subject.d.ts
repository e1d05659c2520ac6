/** A subject without "Re:" and "Fwd:", by which mails of one conversation are compared. */
export declare function bareSubject(subject: string): string;
