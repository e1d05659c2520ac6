import { placeholder, placeholderOf, written } from './fields.ts';

/** What fields are called where somebody writes a template, by their canonical name. */
export type FieldLabels = Readonly<Record<string, string>>;

const swapped = (text: string, nameOf: (name: string) => string): string =>
  text.replace(placeholder, (...match) => {
    const { name, fallback } = placeholderOf(match);
    return written(nameOf(name), fallback);
  });

/** A stored text as its writer reads it: `{{名字|您好}}`. */
export const localised = (text: string, labels: FieldLabels): string =>
  swapped(text, (name) => (Object.hasOwn(labels, name) ? (labels[name] ?? name) : name));

/** What was typed as it is stored; the canonical words are understood in every language. */
export function canonical(typed: string, labels: FieldLabels): string {
  const names = new Map(Object.entries(labels).map(([name, label]) => [label.toLowerCase(), name]));
  return swapped(typed, (said) => names.get(said.toLowerCase()) ?? said);
}
