import { Equal, EqualNot } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairReason } from '../../messages/pairs.ts';
import { fieldText } from '../../sidebar/shell/fieldText.ts';
import { Text } from '../../ui/Text.tsx';
import css from './PairsPage.module.css';

const labels: Record<string, () => string> = {
  given: m.words_given_name,
  family: m.words_family_name,
  email: m.words_email,
  domain: m.words_domain,
  company: m.words_company,
  handle: m.words_profile,
  external: m.words_external,
};

function reasonLine(reason: PairReason, noun: string): string {
  const { field, level, a, b } = reason;
  const label = labels[field]?.() ?? fieldText(field, noun);
  return level === 'same' && a === b
    ? m.pairs_same({ field: label, a })
    : m.pairs_differs({ field: label, a, b });
}

/** What speaks for the two being one, and what against. */
export function Reasons({ reasons, noun }: { reasons: readonly PairReason[]; noun: string }) {
  const sides = [
    { title: m.pairs_for(), icon: Equal, list: reasons.filter(({ weight }) => weight > 0) },
    { title: m.pairs_against(), icon: EqualNot, list: reasons.filter(({ weight }) => weight < 0) },
  ];
  return (
    <div class={css.reasons}>
      {sides.map(
        ({ title, icon: Icon, list }) =>
          list.length > 0 && (
            <section key={title} aria-label={title}>
              <h2 class={css.why}>{title}</h2>
              <ul>
                {list.map((reason) => (
                  <li key={reason.field} class={css.reason}>
                    <Icon size={12} aria-hidden="true" />
                    <Text>{reasonLine(reason, noun)}</Text>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}
