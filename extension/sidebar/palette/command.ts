import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { CompanyView, DealView, PersonView, SidebarState } from '../../messages/state.ts';
import type { useLog } from '../log/useLog.ts';
import type { useRules } from '../rules/useRules.ts';
import type { Session } from '../shell/session.ts';
import type { TaskActs } from '../task/useTaskActs.ts';
import type { TypedDue } from './useDue.ts';

/** A panel beside something, or a full page of ours. */
export type Host = 'panel' | 'page';

/** Whoever or whatever the screen is about, with all that is known of it. */
export type About =
  | { noun: 'contact'; view: PersonView }
  | { noun: 'company'; view: CompanyView }
  | { noun: 'deal'; view: DealView };

/** Where and about what the palette was opened. */
export type At = {
  session: Session;
  state: SidebarState;
  host: Host;
  about: About | null;
  /** What was typed, for commands that take words: behind their own word, else all of it. */
  said: string;
  due: TypedDue;
  log: ReturnType<typeof useLog>;
  tasks: TaskActs;
  rules: ReturnType<typeof useRules>;
};

/** What a command leads on to, in the palette's place: a choice, or a form. */
export type Step =
  | { title: string; commands: Command[] }
  | { title: string; view: (close: () => void) => ComponentChildren };

export type Section = 'here' | 'do' | 'go' | 'set';

export type Command = {
  /** Unique and lasting: how often it was used is remembered by it. */
  id: string;
  section: Section;
  icon: LucideIcon;
  label: string;
  detail?: string | null;
  /** More words it is found by, in any language. */
  words?: string;
  /** Key that does the same where the palette was opened. */
  keys?: string | undefined;
  /** It is so already. */
  on?: boolean;
  /** It changes something, and so needs somebody who may, in a panel that can be seen. */
  changes?: boolean;
  /** Why it cannot be used now; it is then shown, greyed. */
  off?: string | null;
  /** It takes what was typed: offered behind its own word first, else last, for all of it. */
  takesWords?: boolean;
  /** What was typed is there again when the palette is opened next. */
  keepsWords?: boolean;
} & (
  | { /** The palette is closed by then. */ run(event: Event): void; leads?: never }
  | { leads(): Step; run?: never }
);

/** A file of commands. */
export type CommandFile = {
  /** Words that, typed first, hand over the rest: `task call tue 3pm`. */
  takes?: () => string;
  /** Those that can be had at this place, none where they make no sense. */
  commands(at: At): Command[];
};
