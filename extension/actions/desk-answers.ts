import { CodedError } from '../../shared/kit/error.ts';
import type { DeskCalls } from '../messages/desk.ts';
import { accountKey } from '../settings/places.ts';
import { type Asker, type Office, tabOf } from './asker.ts';
import { leave } from './leave.ts';
import { levelOf } from './level.ts';
import { pair } from './pair.ts';
import { accountOf } from './workspaces.ts';

type DeskAnswers = {
  [N in keyof DeskCalls]: (
    office: Office,
    input: DeskCalls[N]['in'],
    asker: Asker,
  ) => Promise<DeskCalls[N]['out']>;
};

/** What a browser is asked that belongs to none of its workspaces. */
export const deskAnswers: DeskAnswers = {
  pair: async ({ desk, workspaces }, { link, deviceName }) =>
    (await pair(desk, workspaces, link, deviceName)).sync.link(),
  leave: (office, { anyway }) => leave(office, anyway),
  unpair: async ({ workspaces }, { place }) => {
    await workspaces.remove(place);
    return null;
  },
  takeOffer: async ({ desk, workspaces }, { deviceName }, asker) => {
    const tabId = tabOf(asker);
    const { offer } = desk.sessions.get(tabId);
    if (!offer) throw new CodedError('pairing.expired');
    const core = await pair(desk, workspaces, offer.link, deviceName);
    desk.sessions.change(tabId, { offer: null });
    return core.sync.link();
  },
  declineOffer: async ({ desk }, _, asker) => {
    desk.sessions.change(tabOf(asker), { offer: null });
    return null;
  },
  switchPlace: async ({ desk: { settings } }, { place }) => {
    if (settings.get().places.some(({ id }) => id === place)) await settings.set({ current: place });
    return null;
  },
  bindMailbox: async ({ desk: { settings } }, { account, place }) => {
    const { [accountKey(account)]: _, ...bound } = settings.get().bound;
    await settings.set({ bound: place === null ? bound : { ...bound, [accountKey(account)]: place } });
    return null;
  },
  setMailboxPrivate: async ({ desk: { settings } }, { account, private: hidden }) => {
    const key = accountKey(account);
    const others = settings.get().privateMailboxes.filter((each) => each !== key);
    await settings.set({ privateMailboxes: hidden ? [...others, key] : others });
    return null;
  },
  mailboxes: async ({ desk }) => {
    const { bound, privateMailboxes } = desk.settings.get();
    const open = desk.sessions.tabs().flatMap((tabId) => accountOf(desk, tabId) ?? []);
    const all = new Set([...Object.keys(bound), ...privateMailboxes, ...open.map(accountKey)]);
    return [...all].sort().map((account) => ({
      account,
      bound: bound[account] ?? null,
      private: privateMailboxes.includes(account),
    }));
  },
  readEnded: async ({ desk }) => {
    await desk.settings.set({ ended: [] });
    return null;
  },
  setLocale: async ({ desk }, { locale }) => {
    await desk.settings.set({ locale });
    desk.tellTabs();
    return null;
  },
  setRowChips: async ({ desk }, { on, leftOut }) => {
    await desk.settings.set({
      ...(on !== undefined && { rowChips: on }),
      ...(leftOut && { rowChipsLeftOut: leftOut }),
    });
    desk.tellTabs();
    return null;
  },
  setLogOnSend: async ({ desk }, { on }) => {
    await desk.settings.set({ logOnSend: on });
    desk.tellTabs();
    return null;
  },
  goTo: async ({ desk }, { path }, { tabId }) => {
    await desk.goTo(tabId, path);
    return null;
  },
  setTheme: async ({ desk }, { theme }) => {
    await desk.settings.set({ theme });
    return null;
  },
  ledger: ({ desk }) => desk.ledger.list(),
  health: async ({ desk, healthLine }) => ({
    line: await healthLine(),
    levels: desk.sessions.tabs().flatMap((tabId) => levelOf(desk.sessions.get(tabId).health) ?? []),
  }),
};
