import { useEffect, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Client } from '../../messages/client.ts';
import { defaultCurrency } from '../../sidebar/deal/currencies.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import type { PageSession } from '../page.ts';
import { CheckStep } from './CheckStep.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { MapStep } from './MapStep.tsx';
import { ReadingStep, RefusedStep } from './ReadingStep.tsx';
import { ReportStep } from './ReportStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { RunStep } from './RunStep.tsx';
import { openReader } from './reader/open-reader.ts';
import { StartStep } from './StartStep.tsx';
import { useDrop } from './useDrop.ts';
import { type Step, Wizard } from './wizard.ts';

const steps: { title: () => string; of: Step[] }[] = [
  { title: m.import_step_file, of: ['start', 'reading', 'refused'] },
  { title: m.import_step_map, of: ['map'] },
  { title: m.import_step_rules, of: ['rules'] },
  { title: m.import_step_check, of: ['check'] },
  { title: m.import_step_run, of: ['run', 'report'] },
];

const views: Record<Step, (props: { wizard: Wizard }) => preact.ComponentChildren> = {
  start: StartStep,
  reading: ReadingStep,
  refused: RefusedStep,
  map: MapStep,
  rules: RulesStep,
  check: CheckStep,
  run: RunStep,
  report: ReportStep,
};

const wizards = new WeakMap<Client, Wizard>();
/** One for as long as the tab lives: whoever looks at another page meanwhile finds the file as it was left. */
function wizardOf({ client, locale }: PageSession): Wizard {
  const known = wizards.get(client);
  if (known) return known;
  const wizard = new Wizard({
    client,
    openReader,
    newId,
    now: Date.now,
    // A language alone names no country.
    country: new Intl.Locale(navigator.language || 'en').region ?? null,
    currency: defaultCurrency([], locale.peek()),
  });
  wizards.set(client, wizard);
  return wizard;
}

/** A file becomes people of the workspace in four clicks: dropped, looked over, checked, taken. */
export function ImportPage({ page }: { page: PageSession }) {
  const session = useSession();
  const wizard = wizardOf(page);
  useEffect(() => {
    wizard.look().catch(reportError);
    return () => wizard.rest();
  }, [wizard]);

  useDrop(wizard);

  const step = wizard.step.value;
  const at = steps.findIndex(({ of }) => of.includes(step));
  const part = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    // Whoever walks by keys goes on where the new step begins.
    part.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [step]);

  const View = views[step];
  const counts = useCounts();
  const refusal = wizard.refusal.value;
  const waiting = wizard.queue.value.length;
  return (
    <div class={css.page}>
      <header>
        <h1 class={css.title}>{m.import_title()}</h1>
        {step === 'start' && <p class={css.lead}>{m.import_lead()}</p>}
      </header>
      {session.state.value?.readOnly ? (
        <p class={css.note} role="status">
          {m.import_read_only()}
        </p>
      ) : (
        <>
          <ol class={css.steps} aria-label={m.import_steps()}>
            {steps.map(({ title }, index) => (
              <li
                key={index}
                class={css.step}
                data-past={index < at || undefined}
                aria-current={index === at ? 'step' : undefined}
              >
                <span class={css.number} aria-hidden="true">
                  {index < at ? '✓' : index + 1}
                </span>
                <span class={css.stepName}>{title()}</span>
                {index < at && <span class={css.unseen}>{m.import_step_done()}</span>}
              </li>
            ))}
          </ol>
          {waiting > 0 && step !== 'report' && (
            <p class={css.small} role="status">
              {m.import_queue(counts(waiting))}
            </p>
          )}
          {refusal && (
            <p class={css.refusal} role="alert">
              {errorText(refusal)}
            </p>
          )}
          <div class={css.shown} ref={part}>
            <View wizard={wizard} />
          </div>
        </>
      )}
    </div>
  );
}
