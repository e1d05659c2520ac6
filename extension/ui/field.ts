import type { ComponentChildren } from 'preact';

export type Field = {
  id: string;
  label: string;
  /** The text that is edited. */
  value: string;
  /** How it is shown, where that differs. */
  shown?: string;
  kind?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'decimal' | 'long';
  options?: { value: string; label: string }[];
  /** Shown in place of an empty value. */
  invite?: string;
  title?: string;
  /** Beside the value: a link, where it came from. */
  beside?: ComponentChildren;
  maxLength?: number;
  /** Answers with a sentence when the text was refused. Missing: cannot be edited. */
  save?: (text: string, event: Event) => Promise<string | null>;
};
