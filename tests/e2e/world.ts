import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Launched, type LaunchOptions, launch } from '../doubles/browser/launch.ts';
import { type StandIn, standInGmail } from '../doubles/gmail/standin.ts';
import type { Account } from '../fixtures/sample/cast.ts';
import { granted } from './world/build.ts';
import { type Filled, fillData } from './world/data.ts';
import { pairThroughWelcome } from './world/pair.ts';
import { type ServerProcess, startServerProcess } from './world/server-process.ts';

export type Member = 'nora' | 'mia';
const accountOf: Record<Member, Account> = { nora: 'owner', mia: 'mia' };

/** A browser with the extension, paired as one member of the team, and that member's mailbox. */
export type Desk = Launched & {
  member: Member;
  extensionId: () => Promise<string>;
  /** Kept through `restart`. */
  profile: string;
};

/** Real parts: a server process, the built extension in a real Chromium, the stand-in Gmail. */
export type World = {
  server: ServerProcess;
  filled: Filled;
  /** The same conversations for everybody, each in a mailbox of their own. */
  standIn: StandIn;
  /** Opens a browser; paired unless told otherwise. */
  open(member?: Member, options?: DeskOptions): Promise<Desk>;
  /** Closes a browser and opens it again on the same profile. */
  restart(desk: Desk): Promise<Desk>;
  close(): Promise<void>;
};

export type DeskOptions = Omit<LaunchOptions, 'extension' | 'gmail' | 'profile'> & {
  paired?: boolean;
  /** Where the extension is told that the server is, e.g. a network that spoils answers. */
  through?: string;
};

export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-e2e-'));
  const extension = await granted();
  const filled = await fillData(join(folder, 'data'));
  const server = await startServerProcess(filled.data);
  const now = filled.now;
  const first = standInGmail({ account: 'owner', now });
  const open = new Set<Desk>();
  const used: Record<Member, number> = { nora: 0, mia: 0 };

  const start = async (member: Member, profile: string, options: LaunchOptions): Promise<Desk> => {
    const gmail =
      member === 'nora' ? first : standInGmail({ account: accountOf[member], office: first.office, now });
    const launched = await launch({
      ...options,
      extension,
      gmail,
      profile,
      allowed: [server.url, ...(options.allowed ?? [])],
    });
    const desk = { ...launched, member, profile };
    open.add(desk);
    return desk;
  };
  const optionsOf = new Map<string, LaunchOptions>();

  return {
    server,
    filled,
    standIn: first,
    async open(member = 'nora', { paired = true, through, ...options } = {}) {
      const profile = await mkdtemp(join(folder, `${member}-`));
      const launchOptions = {
        ...options,
        allowed: [...(options.allowed ?? []), ...(through ? [through] : [])],
      };
      optionsOf.set(profile, launchOptions);
      const desk = await start(member, profile, launchOptions);
      if (paired) {
        const code = filled.codes[member][used[member]++];
        if (!code) throw new Error(`no pairing code is left for ${member}`);
        await pairThroughWelcome(desk, `${through ?? server.url}/pair#${code}`);
      }
      return desk;
    },
    async restart(desk) {
      open.delete(desk);
      await desk.close();
      return start(desk.member, desk.profile, optionsOf.get(desk.profile) ?? {});
    },
    async close() {
      for (const desk of open) await desk.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Screens of a failed test, for looking at. */
export async function keepScreens(desk: Desk, name: string): Promise<void> {
  const pages: Page[] = desk.context.pages();
  for (const [index, page] of pages.entries())
    await page.screenshot({
      path: `.output/e2e/${name.replace(/\W+/g, '-').slice(0, 80)}-${desk.member}-${index}.png`,
    });
}
