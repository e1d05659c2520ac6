import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { Deal } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import css from '../../ui/form.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { close } from './changes.ts';

/** Why a deal was lost, and to whom: asked once, while it is known. */
export function CloseDealForm({
  deal,
  onDone,
}: {
  deal: Pick<Deal, 'id' | 'title' | 'pipelineId'>;
  onDone: (lost: boolean) => void;
}) {
  const session = useSession();
  const [reason, setReason] = useState('');
  const [competitor, setCompetitor] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const listId = useId();
  useLayoutEffect(() => first.current?.focus(), []);
  const usual = useAnswer('losing', { pipelineId: deal.pipelineId }).value;
  const reasons = usual?.reasons.length
    ? usual.reasons
    : [
        m.sidebar_reason_price(),
        m.sidebar_reason_timing(),
        m.sidebar_reason_feature(),
        m.sidebar_reason_silent(),
      ];

  const save = async (event: Event) => {
    const outcome = await close(session, event, deal, {
      state: 'lost',
      lostReason: reason.trim() || null,
      competitor: competitor.trim() || null,
    });
    if (outcome.ok) onDone(true);
  };
  return (
    <Form label={m.sidebar_close_lost()} onSave={(event) => void save(event)} onCancel={() => onDone(false)}>
      {/* biome-ignore lint/a11y/useSemanticElements: suggestions that fill the field below */}
      <div class={css.choices} role="group" aria-label={m.sidebar_usual_reasons()}>
        {reasons.map((one) => (
          <Button key={one} look="outline" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <TextField
        label={m.sidebar_lost_reason()}
        inputRef={first}
        maxLength={limits.reason}
        value={reason}
        onText={setReason}
      />
      <TextField
        label={m.sidebar_competitor()}
        list={listId}
        autocomplete="off"
        maxLength={limits.name}
        value={competitor}
        onText={setCompetitor}
      />
      <datalist id={listId}>
        {usual?.competitors.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FormEnd save={m.sidebar_mark_lost()} cancel={m.words_cancel()} onCancel={() => onDone(false)} />
    </Form>
  );
}
