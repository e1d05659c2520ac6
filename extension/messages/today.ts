import type { Silence } from '../../shared/domain/deal/silence.ts';
import type { Instant } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';

/** An open deal with whose people nobody was in contact for longer than usual, and for which nothing is planned. */
export type SilentDeal = Silence & {
  id: Id;
  title: string;
  company: string | null;
  stage: string | null;
  contactId: Id | null;
};

/** Somebody unknown who wrote, with what speaks for adding them. */
export type NewcomerLine = {
  email: string;
  name: string | null;
  times: number;
  at: Instant;
  /** Of their last mail. */
  subject: string;
  threadId: string;
  account: string;
};

export type TodayCalls = {
  /** The longest beside what is allowed first. */
  silentDeals: { in: Record<string, never>; out: SilentDeal[] };
  /** `rows`: how many the tab's lists have shown, so that more of them are another question. */
  newcomers: { in: { rows: number }; out: NewcomerLine[] };
  /** Not asked about for a week. */
  laterNewcomer: { in: { email: string }; out: null };
  addNewcomer: { in: { email: string; id: Id }; out: { contactId: Id; existed: boolean } };
};
