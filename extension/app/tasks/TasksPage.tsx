import { useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { MentionRow } from '../../sidebar/mention/MentionRow.tsx';
import { useTeam } from '../../sidebar/mention/useTeam.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { Problem } from '../../sidebar/shell/Problem.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { useKeys } from '../../sidebar/shell/useKeys.ts';
import { TaskInput } from '../../sidebar/task/TaskInput.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Strip } from '../../ui/Strip.tsx';
import type { PageSession } from '../page.ts';
import { BulkBar } from './BulkBar.tsx';
import { type About, Filters } from './Filters.tsx';
import { shownTasks, type Tab } from './shown.ts';
import { Tabs } from './Tabs.tsx';
import { TaskGroups } from './TaskGroups.tsx';
import css from './TasksPage.module.css';
import { useSelection } from './useSelection.ts';

/** What was promised, by whom and until when; and where one is mentioned. */
export function TasksPage(_: { page: PageSession }) {
  const session = useSession();
  const { value: view, code } = useAnswer('tasks', {});
  const { me, members } = useTeam(true);
  const [tab, setTab] = useState<Tab>('today');
  const [whose, setWhose] = useState<Id | 'everybody' | 'mine'>('mine');
  const [text, setText] = useState('');
  const [about, setAbout] = useState<About | null>(null);
  const quick = useRef<HTMLInputElement>(null);
  useKeys({ n: () => quick.current?.focus() });
  const mine = me ?? session.state.value?.link.me ?? '';
  const reader = { today: session.today.value, zone: session.zone };
  const filter = { whose: whose === 'mine' ? mine : whose, text, about };
  const { byTab, counts } = shownTasks(
    view ?? { open: [], done: [], more: false, mentions: [] },
    filter,
    reader,
  );
  const groups = byTab[tab];
  const lines = groups.flatMap((group) => group.lines);
  const selection = useSelection(lines.map(({ task }) => task.id));
  if (!view) return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;

  const isFiltered = text.trim() !== '' || about !== null;
  return (
    <article class={css.page} aria-label={m.words_tasks()}>
      <h1 class={css.title}>{m.words_tasks()}</h1>
      {session.canChange.value && (
        <TaskInput
          label={m.task_quick()}
          placeholder={m.task_quick_example()}
          inputRef={quick}
          onLeave={() => quick.current?.blur()}
          onSave={async ({ owner, link, ...read }, event) => {
            const outcome = await session.act(event, 'task.add', {
              id: newId(),
              ...read,
              contactId: link?.noun === 'contact' ? link.id : null,
              companyId: link?.noun === 'company' ? link.id : null,
              dealId: link?.noun === 'deal' ? link.id : null,
              ownerId: owner?.id ?? mine,
              note: null,
            });
            return outcome.ok;
          }}
        />
      )}
      {view.mentions.length > 0 && (
        <Section title={m.task_mentions()} count={view.mentions.length}>
          <ul>
            {view.mentions.map((line) => (
              <MentionRow key={line.entry.interaction.id} line={line} />
            ))}
          </ul>
        </Section>
      )}
      <Tabs tab={tab} counts={counts} onTab={setTab} />
      <Filters
        {...{ whose, text, about, members, me: mine }}
        onWhose={setWhose}
        onText={setText}
        onAbout={setAbout}
      />
      {view.more && <Strip tone="info">{m.task_too_many({ count: view.open.length })}</Strip>}
      <BulkBar
        tasks={lines.filter(({ task }) => selection.has(task.id)).map(({ task }) => task)}
        total={lines.length}
        members={members}
        onAll={selection.all}
        onClear={selection.clear}
      />
      <div
        role="tabpanel"
        id="tasks-panel"
        aria-labelledby={`tasks-tab-${tab}`}
        class={css.panel}
        data-tab={tab}
      >
        <TaskGroups
          key={tab}
          tab={tab}
          groups={groups}
          members={members}
          selection={selection}
          isFiltered={isFiltered}
        />
      </div>
      <p class={css.keys}>{m.task_keys()}</p>
    </article>
  );
}
