import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { host } from '../../tools/sample/host.ts';
import { checkedBuild } from '../../tools/testBuilds.ts';
import { type Launched, type LaunchOptions, launch } from '../doubles/browser/launch.ts';
import { type StandIn, standInGmail } from '../doubles/gmail/standin.ts';
import { sampleSite } from '../doubles/site/site.ts';
import type { Account } from '../fixtures/sample/cast.ts';
import { granted, shipped } from './world/build.ts';
import { pairThroughWelcome } from './world/pair.ts';
import { type Filled, type Sample, serveSample } from './world/sample.ts';
import type { ServerProcess } from './world/server-process.ts';

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
  /** Origin of the sample company site, on loopback. */
  site: string;
  /** Opens a browser; paired unless told otherwise. */
  open(member?: Member, options?: DeskOptions): Promise<Desk>;
  /** Closes a browser and opens it again on the same profile. */
  restart(desk: Desk): Promise<Desk>;
  /** Pictures of every page that is open. */
  screens(nameOf: (who: Member, index: number) => string): Promise<void>;
  close(): Promise<void>;
};

type BuildName = 'shipped' | 'granted' | 'checked';
const builds = { shipped, granted, checked: checkedBuild };

export type DeskOptions = Omit<LaunchOptions, 'extension' | 'gmail' | 'profile'> & {
  paired?: boolean;
  /** The build as it is shipped, the one in which loopback sites are granted (by default), or that in which InboxSDK checks itself. */
  build?: BuildName;
  /** Where the extension is told that the server is, e.g. a network that spoils answers. */
  through?: string;
};

/** Waits of the tests, in ms: the parts are local, so a longer wait only delays the bad news. */
const patience = 10_000;

/** On a copy of a sample that was filled for many worlds, or on one of its own. */
export async function openWorld(sample?: Sample): Promise<World> {
  if (!sample) {
    // Only who fills needs the server's code, which takes a second to load.
    const { fillSample } = await import('./world/data.ts');
    const own = await fillSample();
    return openWorld(own.sample).finally(own.remove);
  }
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-e2e-'));
  const { server, filled } = await serveSample(sample, join(folder, 'data'));
  const siteHost = await host({ handle: sampleSite().handle, origin: 'http://127.0.0.1' });
  const site = `http://127.0.0.1:${siteHost.port}`;
  const now = filled.now;
  const first = standInGmail({ account: 'owner', now });
  const open = new Set<Desk>();
  const used: Record<Member, number> = { nora: 0, mia: 0 };

  type Start = LaunchOptions & { build: BuildName };
  const start = async (member: Member, profile: string, { build, ...options }: Start): Promise<Desk> => {
    const extension = await builds[build]();
    const gmail =
      member === 'nora' ? first : standInGmail({ account: accountOf[member], office: first.office, now });
    const launched = await launch({
      ...options,
      extension,
      gmail,
      profile,
      allowed: [server.url, site, ...(options.allowed ?? [])],
    });
    launched.context.setDefaultTimeout(patience);
    const desk = { ...launched, member, profile };
    open.add(desk);
    return desk;
  };
  const optionsOf = new Map<string, Start>();

  return {
    server,
    filled,
    standIn: first,
    site,
    async open(member = 'nora', { paired = true, build = 'granted', through, ...options } = {}) {
      const profile = await mkdtemp(join(folder, `${member}-`));
      const launchOptions = {
        ...options,
        build,
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
      return start(desk.member, desk.profile, optionsOf.get(desk.profile) ?? { build: 'granted' });
    },
    async screens(nameOf) {
      for (const desk of open)
        for (const [index, page] of desk.context.pages().entries())
          await page.screenshot({ path: nameOf(desk.member, index), timeout: 5_000 });
    },
    async close() {
      for (const desk of open) await desk.close();
      await siteHost.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
