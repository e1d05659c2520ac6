import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { Deal } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { useSession } from '../shell/session.ts';

/** Why a deal was lost, and to whom: asked once, while it is known. */
export function CloseDealForm({ deal, onDone }: { deal: Deal; onDone: () => void }) {
  const session = useSession();
  const [reason, setReason] = useState('');
  const [competitor, setCompetitor] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const reasons = [
    m.sidebar_reason_price(),
    m.sidebar_reason_timing(),
    m.sidebar_reason_feature(),
    m.sidebar_reason_silent(),
  ];

  const save = async (event: Event) => {
    const outcome = await session.act(event, 'deal.close', {
      id: deal.id,
      state: 'lost',
      at: Date.now(),
      lostReason: reason.trim() || null,
      competitor: competitor.trim() || null,
    });
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_deal_lost({ deal: deal.title }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'deal.reopen', { id: deal.id }),
      },
    });
    onDone();
  };
  return (
    <Form label={m.sidebar_close_lost()} onSave={(event) => void save(event)} onCancel={onDone}>
      {/* biome-ignore lint/a11y/useSemanticElements: suggestions that fill the field below */}
      <div class={css.choices} role="group" aria-label={m.sidebar_usual_reasons()}>
        {reasons.map((one) => (
          <Button key={one} look="outline" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <Labelled label={m.sidebar_lost_reason()}>
        <input
          ref={first}
          class={css.input}
          dir="auto"
          maxLength={limits.reason}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Labelled>
      <Labelled label={m.sidebar_competitor()}>
        <input
          class={css.input}
          dir="auto"
          maxLength={limits.name}
          value={competitor}
          onInput={(event) => setCompetitor(event.currentTarget.value)}
        />
      </Labelled>
      <div class={css.buttons}>
        <Button look="primary" type="submit">
          {m.sidebar_mark_lost()}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {m.words_cancel()}
        </Button>
      </div>
    </Form>
  );
}
