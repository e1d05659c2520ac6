import { browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Office } from '../../actions/asker.ts';
import type { Core } from '../../actions/core.ts';
import { completeReminded, dueReminders, putOffReminded, remindedOf } from '../../actions/remind.ts';
import { namesFor } from '../../actions/view/about.ts';
import { whoseText } from '../../messages/whose.ts';
import { oneAtATime } from './one-at-a-time.ts';

const alarm = 'remind';
export const isReminder = (name: string): boolean => name === alarm;
/** Chrome wakes nobody sooner. */
const leastMs = 30_000;

const idOf = (place: string, taskId: string): string => `task ${place} ${taskId}`;
/** What was told, by when it was due: put off, it is told again. */
type Told = Record<string, number>;

const told = async (): Promise<Told> =>
  ((await browser.storage.local.get('told')).told as Told | undefined) ?? {};

/** The permission is the switch: nobody is asked for it but by the switch in the settings. */
const mayNotify = () => browser.permissions.contains({ permissions: ['notifications'] });

/** Says when a task is due, as long as the user lets us; the next one wakes the worker. */
export function keepReminders({ workspaces }: Office): () => void {
  const keep = async () => {
    if (!(await mayNotify())) return;
    const before = await told();
    const now = Date.now();
    const after: Told = {};
    for (const [id, dueAt] of Object.entries(before)) if (dueAt > now - 24 * 3_600_000) after[id] = dueAt;
    const nexts: number[] = [];
    for (const core of await workspaces.all()) {
      const { due, nextAt } = await dueReminders(
        core,
        ({ task, at }) => after[idOf(core.place, task.id)] === at,
      );
      if (nextAt !== null) nexts.push(nextAt);
      const aboutOf = await namesFor(
        core.mirror,
        due.map(({ task }) => task),
      );
      for (const { task, at } of due) {
        const id = idOf(core.place, task.id);
        after[id] = at;
        await show(id, task.title, whoseText(task, aboutOf(task)));
      }
    }
    if (JSON.stringify(after) !== JSON.stringify(before)) await browser.storage.local.set({ told: after });
    if (nexts.length > 0)
      await browser.alarms.create(alarm, { when: Math.max(Math.min(...nexts), now + leastMs) });
    else await browser.alarms.clear(alarm);
  };
  const soon = oneAtATime(keep);
  workspaces.onOpen(({ mirror }) => {
    mirror.onChange(({ all, nouns }) => (all || nouns.has('task')) && soon());
    soon();
  });
  browser.permissions.onAdded.addListener(soon);
  return soon;
}

async function show(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: `${location.origin}/icon/128.png`,
    title,
    message: message || m.task_today(),
    // Firefox knows no buttons, and refuses a notification that has some.
    ...(!import.meta.env.FIREFOX && {
      buttons: [{ title: m.task_done() }, { title: m.task_remind_snooze() }],
    }),
  });
}

/** Set in the worker's first turn, and again when the permission comes: before it there is nothing to listen to. */
export function listenToReminders(ready: Promise<Office>): void {
  let listening = false;
  const coreOf = async (id: string): Promise<{ core: Core; taskId: string } | null> => {
    const [, place = '', taskId = ''] = id.split(' ');
    const core = await (await ready).workspaces.named(place);
    return core && taskId ? { core, taskId } : null;
  };
  const put = async (id: string, run: (core: Core, taskId: string) => Promise<void>) => {
    const asked = await coreOf(id);
    if (asked) await run(asked.core, asked.taskId);
    await browser.notifications.clear(id);
  };
  const open = async (id: string) => {
    const asked = await coreOf(id);
    const path = asked ? await remindedOf(asked.core, asked.taskId) : '/tasks';
    await browser.tabs.create({ url: `${location.origin}/app.html#${path}` });
    await browser.notifications.clear(id);
  };
  const listen = () => {
    if (listening || !browser.notifications) return;
    listening = true;
    browser.notifications.onButtonClicked?.addListener((id, button) => {
      put(id, button === 0 ? completeReminded : putOffReminded).catch(reportError);
    });
    browser.notifications.onClicked.addListener((id) => {
      open(id).catch(reportError);
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
