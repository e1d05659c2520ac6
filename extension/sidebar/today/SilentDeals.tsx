import { Briefcase } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { SilentDeal } from '../../messages/today.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { AddTask } from '../task/AddTask.tsx';
import css from './SilentDeals.module.css';

/** More of them wait for a click. */
const shownFirst = 3;

/** Open deals that nobody was in contact about for too long and for which nothing is planned, each with its reason. */
export function SilentDeals() {
  const { value: deals } = useAnswer('silentDeals', {});
  const [all, showAll] = useState(false);
  if (!deals || deals.length === 0) return null;
  return (
    <Section title={m.today_silent()} count={deals.length}>
      <ul>
        {(all ? deals : deals.slice(0, shownFirst)).map((deal) => (
          <Row key={deal.id} deal={deal} />
        ))}
      </ul>
      {!all && deals.length > shownFirst && (
        <Button look="link" onClick={() => showAll(true)}>
          {m.today_show_all({ count: deals.length })}
        </Button>
      )}
    </Section>
  );
}

function Row({ deal }: { deal: SilentDeal }) {
  const session = useSession();
  const [adding, add] = useState(false);
  const { id, title, company, contactId } = deal;
  return (
    <li class={css.row} data-silent={id}>
      <Briefcase size={16} aria-hidden="true" />
      <div class={css.words}>
        <button type="button" class={css.deal} onClick={() => session.open({ noun: 'deal', id })}>
          <Text cut class={css.title}>
            {title}
          </Text>
          {company && (
            <Text cut class={css.company}>
              {company}
            </Text>
          )}
        </button>
        <p class={css.why}>{silenceText(deal)}</p>
        {session.canChange.value && !adding && (
          <Button aria-label={m.today_next_step_of({ deal: title })} onClick={() => add(true)}>
            {m.today_next_step()}
          </Button>
        )}
        {adding && <AddTask about={{ contactId, companyId: null, dealId: id }} onDone={() => add(false)} />}
      </div>
    </li>
  );
}

function silenceText({ days, allowed, basis, stage }: SilentDeal): string {
  if (basis === 'stage' && stage !== null) return m.today_silent_stage({ days, stage, count: allowed });
  return basis === 'usual' ? m.today_silent_usual({ days, count: allowed }) : m.today_silent_month({ days });
}
