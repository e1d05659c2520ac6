import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { About } from '../../messages/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { addDays } from '../../ui/day.ts';
import { Form } from '../../ui/Form.tsx';
import css from '../../ui/form.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { Audience } from '../audience/Audience.tsx';
import { shortName } from '../person/shortName.ts';
import { useSession } from '../shell/session.ts';
import own from './LogCall.module.css';

/** Two clicks: how the call went, and what comes next. The second one saves. */
export function LogCall({
  name,
  about,
  startedAt,
  secret,
  onDone,
}: {
  name: string;
  about: About;
  /** When a `tel:` link was clicked, for the duration. */
  startedAt: number | null;
  /** They are private, so a call with them is too unless a click says otherwise. */
  secret: boolean;
  onDone: () => void;
}) {
  const session = useSession();
  const outcomes = [
    m.sidebar_call_reached(),
    m.sidebar_call_no_answer(),
    m.sidebar_call_message(),
    m.sidebar_call_busy(),
  ];
  const [said, say] = useState<boolean | null>(null);
  const hidden = said ?? (secret || (session.state.value?.mailbox?.private ?? false));
  const [outcome, setOutcome] = useState<string | null>(null);
  const [step, setStep] = useState<string>(m.sidebar_follow_up({ who: shortName(name) }));
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const next: [string, number | null][] = [
    [m.sidebar_next_none(), null],
    [m.sidebar_next_tomorrow(), 1],
    [m.sidebar_next_days({ count: 3 }), 3],
    [m.sidebar_next_week(), 7],
  ];

  const save = async (event: Event, days: number | null) => {
    const went = outcome ?? outcomes[0] ?? '';
    const answer = await session.change(event, () =>
      session.client.call('call', {
        about,
        outcome: went,
        private: hidden,
        // Longer than four hours is a forgotten form, not a call.
        durationS:
          startedAt !== null && Date.now() - startedAt < 14_400_000
            ? Math.round((Date.now() - startedAt) / 1000)
            : null,
        nextStep:
          days === null || !step.trim()
            ? null
            : { title: step.trim(), dueDay: addDays(session.today.value, days) },
      }),
    );
    if (!answer.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_call_logged({ outcome: went }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'interaction.undo', { id: answer.value.interactionId }),
      },
    });
    onDone();
  };
  return (
    <div class={own.place}>
      <Form label={m.sidebar_log_call()} onSave={() => undefined} onCancel={onDone}>
        <fieldset>
          <legend class={css.label}>{m.sidebar_call_outcome()}</legend>
          <div class={css.choices}>
            {outcomes.map((one, at) => (
              <Button
                key={one}
                look="outline"
                aria-pressed={outcome === one}
                class={own.choice}
                buttonRef={at === 0 ? first : undefined}
                onClick={() => setOutcome(one)}
              >
                {one}
              </Button>
            ))}
          </div>
        </fieldset>
        <fieldset disabled={outcome === null}>
          <legend class={css.label}>{m.sidebar_call_next()}</legend>
          <div class={css.choices}>
            {next.map(([label, days]) => (
              <Button
                key={label}
                look="outline"
                disabled={outcome === null}
                onClick={(event) => void save(event, days)}
              >
                {label}
              </Button>
            ))}
          </div>
        </fieldset>
        <Audience of="log" hidden={hidden} onToggle={say} />
        <TextField label={m.sidebar_next_title()} maxLength={limits.title} value={step} onText={setStep} />
        <div class={css.buttons}>
          <Button look="quiet" onClick={onDone}>
            {m.words_cancel()}
          </Button>
        </div>
      </Form>
    </div>
  );
}
