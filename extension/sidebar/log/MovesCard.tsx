import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Section } from '../../ui/Section.tsx';
import { Moves } from './Moves.tsx';

/** Where the log of a mail was before. */
export function MovesCard({ id, name }: { id: Id; name: string }) {
  return (
    <Section title={m.log_moves_of({ what: name })}>
      <Moves id={id} />
    </Section>
  );
}
