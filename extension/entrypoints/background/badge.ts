import { browser } from 'wxt/browser';
import type { TodayCount } from '../../../shared/domain/task/today.ts';
import type { Office } from '../../actions/asker.ts';
import { dueNow } from '../../actions/view/today.ts';
import type { LinkState } from '../../messages/state.ts';
import { dueTitle } from './due-title.ts';

const red = '#ce2c31';
const blue = '#3e63dd';

/** At most four characters: what is wrong before what waits before what is due. */
export function badgeText(link: Pick<LinkState, 'status' | 'parked' | 'waiting'>, due: number): string {
  if (link.status === 'unpaired') return '';
  if (link.status === 'refused' || link.parked.length > 0) return '!';
  if (link.waiting > 0 && link.status === 'offline') return '…';
  return due === 0 ? '' : due > 999 ? '999+' : String(due);
}

const nothing: TodayCount = { due: 0, owed: 0, awaited: 0, mentions: 0 };

/** What is due in the workspace in front, and what is wrong in any. */
export function keepBadge(
  { desk, workspaces }: Office,
  tell: (text: string) => void = () => undefined,
): () => void {
  let shown: string | null = null;
  let titled = dueTitle(nothing);
  const keep = async () => {
    const front = await workspaces.of(null);
    let title = dueTitle(nothing);
    const texts = await Promise.all(
      workspaces.opened().map(async (core) => {
        const link = await core.sync.link();
        const isFront = core.place === front?.place && link.status !== 'unpaired';
        const count = isFront ? await dueNow(core) : nothing;
        title = isFront ? dueTitle(count) : title;
        return badgeText(link, count.due + count.awaited + count.mentions);
      }),
    );
    const text = ['!', '…'].find((each) => texts.includes(each)) ?? texts.find((each) => each !== '') ?? '';
    if (title !== titled) {
      titled = title;
      await browser.action.setTitle({ title });
    }
    if (text === shown) return;
    shown = text;
    tell(text);
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: text === '!' ? red : blue });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  };
  const soon = () => void keep().catch(reportError);
  workspaces.onOpen(({ mirror, sync }) => {
    mirror.onChange(soon);
    sync.onLink(soon);
    soon();
  });
  desk.settings.onChange(soon);
  return soon;
}
