import type { NotByRule } from '../../shared/domain/log-rule/judge.ts';
import type { Instant, LogRule, RuleScope } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';

/** What a rule can be about, with its name: a subject, a person, a company; nothing for everybody known. */
export type RuleSubject = { scope: RuleScope; value: string; name: string };

/** A rule as it is told. */
export type NamedRule = RuleSubject & { id: Id; effect: LogRule['effect'] };

/** One of them as a switch: whether it is logged by itself, and by which rule; its own, or a wider one. */
export type RuleSwitch = RuleSubject & { on: boolean; by: NamedRule | null };

/** Why a mail is not logged by itself, without rows. */
export type NotAuto = Exclude<NotByRule['why'], 'no-rule'> | 'taken-back';

/** How the shown mail stands with one's rules. */
export type AutoOnThread = {
  /** The rule whose word counts; null: none names it. */
  rule: NamedRule | null;
  /** Why it is not logged by itself, though a rule names it. */
  why: NotAuto | null;
  /** What can be logged by itself, or stopped: the conversation, its people, their companies, everybody known. */
  subjects: RuleSwitch[];
  /** Mails that a rule names and that are folded: they are logged when they are opened. */
  folded: number;
};

/** What a rule would have done with the mails seen last. */
export type RulePreview = {
  lines: {
    id: string;
    subject: string;
    /** Who wrote it; oneself: to whom. */
    who: string;
    out: boolean;
    at: Instant;
    /** null: it would be logged. `covered`: another rule logs it. */
    why: NotByRule['why'] | 'logged' | 'covered' | 'taken-back' | null;
  }[];
};

export type RuleLine = NamedRule & {
  since: Instant;
  deal: string | null;
  /** How many of its logs this browser knows. */
  logged: number;
};

/** A conversation of the list with mail of somebody covered, newer than the last visit and not opened. */
export type MissedLine = {
  threadId: string;
  subject: string;
  who: string;
  contactId: Id;
  at: Instant;
  rule: NamedRule;
};
export type Missed = {
  /** When one was here last; null: never before. */
  since: Instant | null;
  lines: MissedLine[];
};

/** What a change of the rules did, so that it can be taken back. */
export type RuleChange = {
  added: Id[];
  removed: { scope: RuleScope; value: string; effect: LogRule['effect'] }[];
};

export type RuleCalls = {
  /** One's own rules, the newest first. */
  rules: { in: Record<string, never>; out: RuleLine[] };
  /** What this rule would have logged of the mails seen last in the tab's mailbox, or in all. */
  previewRule: { in: { scope: RuleScope; value: string }; out: RulePreview };
  /** Logs what is named from now on, or leaves it alone: the narrower word counts. */
  setRule: { in: { scope: RuleScope; value: string; on: boolean; dealId?: Id | null }; out: RuleChange };
  /** Takes a change back. */
  unsetRule: { in: RuleChange; out: null };
  /** Takes back all that a rule has logged; the rule goes too. */
  undoRule: { in: { id: Id }; out: { undone: number } };
  /** What of the tab's list passed unseen. `rows`: how many it has shown, so that more of them are another question. */
  missed: { in: { rows: number }; out: Missed };
};
