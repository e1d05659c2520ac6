import type { ComponentChildren } from 'preact';

/** How an edit ended. `saved`: the text that was taken, null where nothing changed; `step`: on to the next field or back. */
export type Done = { saved: string | null; keyboard: boolean; step?: 1 | -1 };

export type Field = {
  id: string;
  label: string;
  /** The text that is edited. */
  value: string;
  /** How it is shown, where that differs. */
  shown?: string;
  /** `yes-no`: a switch, whose value is `1`, `0` or nothing yet. */
  kind?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'decimal' | 'long' | 'yes-no';
  options?: { value: string; label: string }[];
  /** Shown in place of an empty value. */
  invite?: string;
  title?: string;
  /** Beside the value: a link, where it came from. */
  beside?: ComponentChildren;
  maxLength?: number;
  /** Answers with a sentence when the text was refused. Missing: cannot be edited. */
  save?: (text: string, event: Event) => Promise<string | null>;
  /** Stands in place of the value while it is edited, where a plain text is not what is chosen. */
  editor?: (onDone: (how: Done) => void) => ComponentChildren;
};
