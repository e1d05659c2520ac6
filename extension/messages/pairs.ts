import type { Difference } from '../../shared/identity/look-alike/difference.ts';
import type { PairField, PairNoun } from '../../shared/identity/pairs/model.ts';
import type { Id } from '../../shared/kit/id.ts';

/** One thing that two rows say, alike or not: what speaks for their being one weighs more than 0. */
export type PairReason = { field: PairField; level: string; weight: number; a: string; b: string };

/** Two rows that may be one. */
export type PairRow = {
  /** `a` sorts before `b`. */
  a: Id;
  b: Id;
  nameA: string;
  nameB: string;
  /** 0 to 1 */
  probability: number;
  /** All evidence together, in bits; what a distinction remembers. */
  weight: number;
  /** The strongest first. */
  reasons: PairReason[];
};

/** The most likely first; without those that somebody told apart. */
export type PairsView = {
  /** How far the search has come; while it runs there may be more. */
  state: { scanned: number; of: number; running: boolean };
  total: number;
  rows: PairRow[];
};

/** Somebody about to be added, as far as is known. */
export type Newcomer = {
  name: string;
  email: string | null;
  phone: string | null;
  country?: string;
  title: string | null;
  companyName: string | null;
  domain: string | null;
  address: string | null;
  url: string | null;
};
export type NewFirm = { name: string; domain: string | null; phone: string | null };

/** Whom somebody new may be. */
export type Likely = {
  id: Id;
  name: string;
  detail: string | null;
  probability: number;
  reasons: PairReason[];
};

export type PairCalls = {
  /** `of`: only those of one row. */
  pairs: { in: { noun: PairNoun; from: number; count: number; of?: Id }; out: PairsView };
  /** How many wait for an answer. */
  pairsCount: { in: Record<string, never>; out: { contact: number; company: number } };
  /** Who is there already and may be the one that is about to be added; the likeliest first, at most three. */
  likely: { in: Newcomer; out: Likely[] };
  /** The likeliest for each of several people of one page. */
  likelyEach: { in: { people: Newcomer[] }; out: (Likely | null)[] };
  likelyCompany: { in: NewFirm; out: Likely[] };
  /** For whom of those that are known what the screen shows passes, without being them. */
  lookAlikes: { in: { hosts: string[]; names: string[] }; out: PassesFor[] };
  /** They are two, and it is not asked again in this browser. */
  dismissLookAlike: { in: { seen: string; known: string }; out: null };
};

/** "Not the ACME you know": what is seen, whom it passes for, and what differs. */
export type PassesFor = {
  kind: 'domain' | 'name';
  /** As people read them: no `xn--`. */
  seen: string;
  known: string;
  company: { id: Id; name: string };
  differences: Difference[];
  /** 0 to 1: how much it looks like intent. */
  risk: number;
};
