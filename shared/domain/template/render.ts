import { type FieldValues, placeholder, placeholderOf, written } from './fields.ts';

export type Rendered = {
  text: string;
  /** Fields without a value and without a word for that case, each once; they stand in the text as `{{name}}`. */
  missing: string[];
  /** Fields that took a value of the recipient or of anything else. */
  used: string[];
};

/** A template with the facts of one recipient; knows nobody else. A value is text: braces in it are not read again. */
export function renderTemplate(template: string, values: FieldValues): Rendered {
  const missing = new Set<string>();
  const used = new Set<string>();
  const text = template.replace(placeholder, (...match) => {
    const { name, fallback } = placeholderOf(match);
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value) {
      used.add(name);
      return value;
    }
    if (fallback !== null) return fallback;
    missing.add(name);
    return written(name, null);
  });
  return { text, missing: [...missing], used: [...used] };
}

/** Fields that a text asks for, each once. */
export const fieldsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map((match) => placeholderOf(match).name)),
];
