import { instantOf } from '../../../shared/kit/civil.ts';
import { daysAgo, inDays, interaction, now, task, today } from '../rows.ts';
import { mailbox, type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const at = (day: string, hour: number, minute = 0, where = zone) => ({
  dueDay: day,
  dueAt: instantOf(day, hour * 60 + minute, where),
  zone: where,
});

/** A week of somebody who promised much, and what colleagues ask of them. */
function promised({ world, me, mia, ada, bob, chen, lin, renewal, acme }: Cast): void {
  world.task.push(
    task('Call Bob about the pilot', inDays(-3), { contactId: bob.id, ownerId: me.id }),
    task('Weekly pipeline review', today, {
      ...at(today, 23, 30),
      repeat: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=23;BYMINUTE=30',
      ownerId: me.id,
    }),
    task('Demo for the board in Tokyo', inDays(1), {
      ...at(inDays(1), 9, 0, 'Asia/Tokyo'),
      contactId: ada.id,
      note: 'Bring the figures of the second site.',
      ownerId: me.id,
    }),
    task('开具月度发票', inDays(9), {
      companyId: acme.id,
      repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      ownerId: mia.id,
    }),
    task(
      'Ein ausgesprochen langer Titel ohne Leerstelleneinsparungsmöglichkeit: Vertragsverlängerungsunterlagen an alle Beteiligten',
      inDays(40),
      {
        contactId: ada.id,
        dealId: renewal.id,
        repeat: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR',
        ownerId: mia.id,
      },
    ),
    task('Some day: visit the plant in Ulm', null, { ownerId: me.id }),
    task('Sent the price list', inDays(-2), { doneAt: daysAgo(1), contactId: ada.id, ownerId: me.id }),
  );
  const mention = (name: string, body: string, contactId: string, privateTo: string | null = null) =>
    interaction('note', now - 3_600_000, {
      body: `@${me.name} ${body}`,
      contactIds: [contactId],
      loggedBy: mia.id,
      mentions: [me.id],
      privateTo,
      sharedWith: privateTo ? [me.id] : [],
      subject: name,
    });
  world.interaction.push(
    mention('', 'she asks for one invoice for both sites. Can you?', ada.id),
    mention('', '董事會下週討論，請準備導入時程。', lin.id, mia.id),
    mention('', '陈总希望本月内确定方案', chen.id),
  );
}

const tasks = (state: Parameters<typeof scene>[0] = () => ({}), prepare = promised) =>
  scene(
    (cast) => {
      prepare(cast);
      return state(cast);
    },
    { page: '/tasks' },
  );

/** The tasks page, and mentions in Today. */
export const taskStates: Record<string, () => Scene> = {
  'app-tasks': () => tasks(),
  'app-tasks-offline': () =>
    tasks(({ me }) => ({
      link: {
        status: 'offline',
        server: 'http://localhost:8787',
        workspace: 'Ours',
        me: me.id,
        waiting: 2,
        parked: [],
        filled: null,
        code: 'server.unreachable',
      },
    })),
  'app-tasks-empty': () =>
    tasks(
      () => ({}),
      ({ world }) => {
        world.task.length = 0;
      },
    ),
  'app-tasks-read-only': () => tasks(() => ({ readOnly: true })),
  'today-mentions': () =>
    scene((cast) => {
      promised(cast);
      return { screen: mailbox('you@ours.test', 2) };
    }),
};
