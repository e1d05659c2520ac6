import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { type Tab, tabs } from './shown.ts';
import css from './TasksPage.module.css';

const texts: Record<Tab, () => string> = {
  today: m.task_today,
  overdue: m.task_overdue,
  upcoming: m.task_upcoming,
  done: m.task_done,
};

/** Arrows go from one to the next, as in any list of tabs. */
export function Tabs({
  tab,
  counts,
  onTab,
}: {
  tab: Tab;
  counts: Record<Tab, number>;
  onTab: (tab: Tab) => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab;
    onTab(next);
    document.getElementById(`tasks-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={m.task_views()} class={css.tabs} onKeyDown={onKeyDown} tabIndex={-1}>
      {tabs.map((each) => (
        <button
          key={each}
          id={`tasks-tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls="tasks-panel"
          tabIndex={each === tab ? 0 : -1}
          class={classes(
            css.tab,
            each === tab && css.chosen,
            each === 'overdue' && counts.overdue > 0 && css.late,
          )}
          onClick={() => onTab(each)}
        >
          {texts[each]()} <span class={css.count}>{counts[each]}</span>
        </button>
      ))}
    </div>
  );
}
