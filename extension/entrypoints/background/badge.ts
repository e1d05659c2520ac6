import { browser } from 'wxt/browser';
import type { Core } from '../../actions/core.ts';
import { dueCount } from '../../actions/view/today.ts';
import type { LinkState } from '../../messages/state.ts';

const red = '#ce2c31';
const blue = '#3e63dd';

/** At most four characters: what is wrong before what waits before what is due. */
export function badgeText(link: Pick<LinkState, 'status' | 'parked' | 'waiting'>, due: number): string {
  if (link.status === 'unpaired') return '';
  if (link.status === 'refused' || link.parked.length > 0) return '!';
  if (link.waiting > 0 && link.status === 'offline') return '…';
  return due === 0 ? '' : due > 999 ? '999+' : String(due);
}

export function keepBadge(core: Core): () => void {
  let shown: string | null = null;
  const keep = async () => {
    const link = await core.sync.link();
    const text = badgeText(link, link.status === 'unpaired' ? 0 : await dueCount(core));
    if (text === shown) return;
    shown = text;
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: text === '!' ? red : blue });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  };
  const soon = () => void keep().catch(reportError);
  core.mirror.onChange(soon);
  core.sync.onLink(soon);
  return soon;
}
