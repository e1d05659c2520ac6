import * as m from '../../../shared/i18n/compiled/messages.js';
import { Empty, Section } from '../../ui/Section.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { Parked } from './Parked.tsx';
import css from './ParkedCard.module.css';

/** What the server refused for good: what was typed, why, and what can be done about it. It holds nothing else up. */
export function ParkedCard() {
  const { value } = useAnswer('parked', {});
  return (
    <Section title={m.sidebar_parked_title()} {...(value && { count: value.length })}>
      {value?.length === 0 ? (
        <Empty>{m.sidebar_parked_none()}</Empty>
      ) : (
        <p class={css.how}>{m.sidebar_parked_how()}</p>
      )}
      <ul class={css.list}>
        {value?.map((one) => (
          <Parked key={one.number} parked={one} />
        ))}
      </ul>
    </Section>
  );
}
