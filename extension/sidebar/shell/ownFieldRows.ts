import type { OwnField, OwnValue, OwnValues } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { dayText } from '../../ui/day.ts';
import type { Field } from '../../ui/field.ts';
import type { Session } from './session.ts';

/** A workspace's own fields of one noun, as rows to show and edit. */
export const ownFieldRows = (
  definitions: readonly OwnField[],
  noun: OwnField['noun'],
  values: OwnValues,
  session: Session,
  edit: (event: Event, own: OwnValues) => Promise<string | null>,
): Field[] =>
  definitions
    .filter((definition) => definition.noun === noun && definition.deletedAt === null)
    .sort((a, b) => a.position - b.position)
    .map((definition) => {
      const value = values[definition.key] ?? null;
      return {
        id: `own ${definition.key}`,
        label: definition.label,
        value: value === null ? '' : String(value),
        invite: m.words_add(),
        kind: definition.kind === 'date' ? 'date' : definition.kind === 'number' ? 'decimal' : 'text',
        ...(typeof value === 'number' && {
          shown: new Intl.NumberFormat(session.locale.value).format(value),
        }),
        ...(definition.kind === 'date' &&
          typeof value === 'string' && {
            shown: dayText(value, session.today.value, session.locale.value),
          }),
        ...(definition.kind === 'choice' && {
          options: [
            { value: '', label: '–' },
            ...definition.options.map((option) => ({ value: option, label: option })),
          ],
        }),
        ...(session.canChange.value && {
          save: async (typed: string, event: Event) => {
            const read = readOwn(definition, typed);
            return read.ok ? edit(event, { [definition.key]: read.value }) : m.sidebar_not_a_number();
          },
        }),
      } satisfies Field;
    });

function readOwn(definition: OwnField, typed: string): { ok: true; value: OwnValue } | { ok: false } {
  const text = typed.trim();
  if (!text) return { ok: true, value: null };
  if (definition.kind !== 'number') return { ok: true, value: text };
  const number = Number(
    text
      .normalize('NFKC')
      .replace(/[\s_'’]/g, '')
      .replace(',', '.'),
  );
  return Number.isFinite(number) ? { ok: true, value: number } : { ok: false };
}
