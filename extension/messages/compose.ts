import type { Day, Instant, OwnField, Task, Template } from '../../shared/domain/rows.ts';
import type { FieldValues } from '../../shared/domain/template/fields.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailPerson } from '../gmail/surface.ts';

/** A mail that is being written, as far as its window says to whom. */
export type Writing = {
  /** Of the draft, else of the window: what was set for it is found again under it. */
  key: string;
  /** Gmail's id of the conversation that it answers (hex). */
  threadId: string | null;
  to: MailPerson[];
  cc: MailPerson[];
  bcc: MailPerson[];
};

export type Remind = Pick<Task, 'zone'> & { dueDay: Day; dueAt: Instant | null };

/** What somebody set for one mail; null where they said nothing. */
export type Wish = {
  log: boolean | null;
  private: boolean | null;
  /** The deal it goes to; `id` null: to none. */
  deal: { id: Id | null } | null;
  remind: Remind | null;
};
export const noWish: Wish = { log: null, private: null, deal: null, remind: null };

/** Something that is better seen before a mail leaves. `text` is said in the reader's language. */
export type Warning = { key: string; text: string };

/** What a bar in a compose window shows of its recipients. */
export type WritingAnswer = {
  /** One line about whom it goes to; null where there is nothing to tell. */
  line: string | null;
  /** Recipients who are contacts, as they are called here. */
  named: { email: string; name: string }[];
  deals: { id: Id; title: string }[];
  /** Where it is logged unless somebody says otherwise. */
  deal: { id: Id; title: string } | null;
  /** Why it cannot be logged, as a sentence; null: it can. */
  noLog: string | null;
  /** The conversation has logged mails, so that this one would be missing. */
  proposed: boolean;
  private: boolean;
  /** What was set for this mail before. */
  wish: Wish | null;
  warnings: Warning[];
};

/** A template as the list under a caret shows it. */
export type TemplateLine = { id: Id; name: string; line: string };

/** A template filled for one recipient. */
export type FilledTemplate = {
  subject: string | null;
  text: string;
  missing: string[];
  /** It says something of its recipient, so that it matters who that is. */
  personal: boolean;
};

/** Of one recipient, from the mirror. */
export type RecipientOnScreen = {
  email: string;
  name: string;
  contactId: Id | null;
  internal: boolean;
  lastContactAt: Instant | null;
  /** Who of the team was in touch with them in the last days. */
  teammate: { name: string; at: Instant } | null;
  open: { id: Id; title: string; dueDay: Day | null; dueAt: Instant | null; by: 'us' | 'them' | null }[];
  /** How many more than those. */
  more: number;
  deal: { id: Id; title: string; stage: string | null } | null;
  bouncedAt: Instant | null;
  /** Nobody is to do business with them. */
  blocked: { reason: string | null } | null;
  /** Their mail is never logged. */
  excluded: boolean;
};

/** The mail that is being written in a tab. `plain`: its window is seen, and nothing can be put into it. */
export type WritingOnScreen = { people: RecipientOnScreen[]; plain: boolean };

/** A mail whose window closed after "Schedule send" was opened in it: whether it waits or is a draft no page tells. */
export type ScheduledHere = {
  subject: string;
  /** Of the newly written text, by its sender; null where there is none. */
  digest: string | null;
  writing: Writing;
  wish: Wish;
};
/** It is dealt with when it is seen sent. */
export type ScheduledOnScreen = { key: string; subject: string; logs: boolean };

/** A reminder that an answer made done. */
export type Settled = { taskId: Id; title: string; who: string };

export type TemplatesView = {
  templates: (Template & { by: string; mayChange: boolean; mine: boolean })[];
  /** Own fields of contacts, which templates may name. */
  ownFields: Pick<OwnField, 'key' | 'label'>[];
};

/** A template for whoever is written to, or is on the screen. `open`: a window is there to put it into. */
export type TemplateFor = {
  filled: FilledTemplate;
  people: MailPerson[];
  to: MailPerson | null;
  open: boolean;
};
type TemplateAsk = { id: Id; email: string | null; contactId: Id | null };

export type ComposeCalls = {
  templateFor: { in: TemplateAsk; out: TemplateFor | null };
  /** Writes it into that window, or into a new one to them; `done` false: nothing could be written into. */
  writeTemplate: { in: TemplateAsk; out: { done: boolean } };
  templates: { in: Record<string, never>; out: TemplatesView };
  /** What the fields say of a contact; of nobody: of oneself and of the day. */
  templateValues: { in: { contactId: Id | null }; out: { values: FieldValues } };
  /** Takes back that an answer made a reminder done. */
  unsettle: { in: { taskId: Id }; out: null };
  /** Nothing is done with a scheduled mail when it is seen sent. */
  forgetScheduled: { in: { key: string }; out: null };
  readScheduled: { in: Record<string, never>; out: null };
  /** Its line is not shown any more. */
  readSettled: { in: Record<string, never>; out: null };
};

/** What a compose window asks of the background, by its tab's content script. */
export type ComposeAsk =
  | { of: 'writing'; writing: Writing }
  /** Windows are seen in which nothing of ours can stand, or are gone. */
  | { of: 'plain'; on: boolean }
  | { of: 'ended'; key: string; discarded: boolean }
  | { of: 'wish'; key: string; wish: Wish }
  | ({ of: 'scheduled' } & ScheduledHere)
  | { of: 'templates' }
  | { of: 'fill'; id: Id; to: MailPerson | null; deal: Wish['deal'] }
  | { of: 'due'; text: string };

/** One of them, by what was asked. */
export type ComposeReply = {
  writing?: WritingAnswer;
  templates?: TemplateLine[];
  filled?: FilledTemplate | null;
  due?: Remind | null;
};
