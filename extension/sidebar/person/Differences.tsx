import { Check, X } from 'lucide-preact';
import type { Difference, DifferenceField } from '../../../shared/domain/contact/difference.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Calls } from '../../messages/calls.ts';
import type { PersonOnScreen } from '../../messages/state.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { usePointing } from '../capture/usePointing.ts';
import { useSession } from '../shell/session.ts';
import { certaintyText, percentText } from './certaintyText.ts';
import css from './Differences.module.css';
import { evidenceText } from './evidenceText.ts';

const labels: Record<DifferenceField, () => string> = {
  name: m.words_name,
  title: m.words_title,
  organisation: m.words_company,
  phone: m.words_phone,
  address: m.words_address,
  email: m.words_email,
  profile: m.words_profile,
};

/** What the screen says otherwise of a known person: taken over or dismissed, one by one. */
export function Differences({ person }: { person: PersonOnScreen }) {
  const session = useSession();
  const pointing = usePointing();
  const locale = session.locale.value;
  const { contact, differences } = person;
  if (!contact || differences.length === 0) return null;
  const told = ({ field, seen }: Difference) => ({ contactId: contact.id, field, value: seen.value });

  const take = async (event: Event, difference: Difference) => {
    const outcome = await session.change(event, () =>
      session.client.call('takeDifference', told(difference)),
    );
    if (!outcome.ok) return;
    const back = undoOf(contact, difference);
    session.toasts.show({
      tone: 'plain',
      text: m.capture_now_is({ field: labels[difference.field](), value: difference.seen.value }),
      ...(back && {
        action: { label: m.words_undo(), run: (click) => void session.actAll(click, [back]) },
      }),
    });
  };
  const isMail = session.state.value?.screen.kind === 'thread';
  return (
    <Section title={isMail ? m.capture_differs_mail() : m.capture_differs_page()}>
      <ul>
        {differences.map((difference) => {
          const { field, seen, was } = difference;
          const what =
            was === null
              ? m.capture_seen_new({ seen: seen.value })
              : m.capture_seen_was({ seen: seen.value, was });
          const named = `${labels[field]()}: ${what}`;
          return (
            <li key={field} class={css.row} {...pointing(seen.at)}>
              <div class={css.words}>
                <span class={css.label}>
                  <span>{labels[field]()}</span>
                  <span title={percentText(seen.confidence, locale)}>
                    {m.capture_seen_as({
                      source: evidenceText(seen.source),
                      certainty: certaintyText(seen.confidence),
                    })}
                  </span>
                </span>
                <Text class={css.what}>{what}</Text>
              </div>
              {session.canChange.value && (
                <div class={css.acts}>
                  <IconButton
                    label={m.capture_take_what({ what: named })}
                    class={css.take}
                    onClick={(event) => void take(event, difference)}
                  >
                    <Check size={16} aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    label={m.capture_dismiss_what({ what: named })}
                    onClick={() => session.ask('dismissDifference', told(difference))}
                  >
                    <X size={14} aria-hidden="true" />
                  </IconButton>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type Contact = NonNullable<PersonOnScreen['contact']>;

/** The edit that brings back what was there. */
function undoOf(
  { id, companyId }: Contact,
  { field, seen, was }: Difference,
): Calls['actAll']['in']['changes'][number] | null {
  switch (field) {
    case 'name':
      return was === null ? null : { verb: 'contact.edit', input: { id, fields: { name: was } } };
    case 'title':
    case 'phone':
    case 'address':
      return { verb: 'contact.edit', input: { id, fields: { [field]: was } } };
    case 'organisation':
      return { verb: 'contact.edit', input: { id, fields: { companyId } } };
    case 'email':
    case 'profile':
      return { verb: 'contact.removeKey', input: { id, key: { kind: field, value: seen.value } } };
  }
}
