import { Check, ChevronDown, Repeat2 } from 'lucide-preact';
import { useEffect, useId, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { AutoOnThread } from '../../messages/rules.ts';
import type { NamedDeal, ThreadOnScreen } from '../../messages/state.ts';
import { late } from '../../ui/late.tsx';
import css from './Auto.module.css';
import { notAutoText } from './notAutoText.ts';
import { ruleNameHere } from './ruleName.ts';

const AutoPanel = late(() => import('./AutoPanel.tsx').then((part) => part.AutoPanel));

/** Whether this mail is logged by itself, and by which rule; opens the switches. */
export function Auto({ auto, thread }: { auto: AutoOnThread; thread: ThreadOnScreen }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  // Another thread is folded.
  useEffect(() => setOpen(false), [thread.id]);
  if (auto.subjects.length === 0) return null;
  const { rule, why } = auto;
  const on = rule?.effect === 'log';
  return (
    <div class={css.auto} data-auto={on ? (why ?? 'on') : 'off'}>
      <button
        type="button"
        class={css.head}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        title={on ? m.rules_auto_by({ what: ruleNameHere(rule) }) : undefined}
        onClick={() => setOpen(!open)}
      >
        <Repeat2 size={14} aria-hidden="true" />
        {on ? (
          <>
            <span class={css.on}>
              {m.rules_auto_short()} <Check size={12} aria-hidden="true" />
            </span>
            <span class={css.by}>{ruleNameHere(rule)}</span>
          </>
        ) : (
          <span class={css.by}>{m.rules_auto()}</span>
        )}
        <ChevronDown size={12} aria-hidden="true" class={css.arrow} />
      </button>
      {on && why && <p class={css.line}>{m.rules_not_this({ why: notAutoText(why) })}</p>}
      {on && auto.folded > 0 && <p class={css.line}>{m.rules_folded({ count: auto.folded })}</p>}
      {open && (
        <div id={panel}>
          <AutoPanel auto={auto} deal={chosenDeal(thread)} />
        </div>
      )}
    </div>
  );
}

/** The one deal that somebody said this conversation goes to. */
const chosenDeal = ({ target: { chosen, deals } }: ThreadOnScreen): NamedDeal | null =>
  chosen && deals.length === 1 ? (deals[0] ?? null) : null;
