import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../browser/launch.ts';
import { attach, openPage, type Page } from '../browser/page.ts';
import type { Pipe } from '../browser/pipe.ts';

type Sample = {
  executable: string;
  /** What the browser calls the profile. */
  name: string;
  profile: string;
  extension: string;
  mail: { port: number; pin: string };
  siteUrl: string;
  /** What the profile must be paired with. */
  workspace: { server: string; id: string };
  /** Makes a one-time link, if the profile needs one. */
  pairingLink: () => Promise<string>;
  headless?: boolean;
};
export type SampleWindow = { pipe: Pipe; extensionId: string; mailbox: Page };

const mailboxUrl = 'https://mail.google.com/mail/u/0/#inbox';

/** A browser window with the sample site and mailbox, its extension paired as a user would do it. */
export async function openSampleWindow(sample: Sample): Promise<SampleWindow> {
  await nameProfile(sample.profile, sample.name);
  const { pipe, extensionId } = await launch(sample);
  try {
    const blank = await firstTab(pipe);
    await pairOnce(pipe, extensionId, sample);
    const site = await openPage(pipe, sample.siteUrl);
    const mailbox = await openPage(pipe, mailboxUrl);
    if (blank !== site.targetId) await pipe.send('Target.closeTarget', { targetId: blank });
    await mailbox.toFront();
    return { pipe, extensionId, mailbox };
  } catch (error) {
    await pipe.close();
    throw error;
  }
}

/** Types the link into the welcome page and presses Connect, unless this profile did so before. */
async function pairOnce(
  pipe: Pipe,
  extensionId: string,
  { profile, workspace, pairingLink }: Sample,
): Promise<void> {
  const note = join(profile, 'sidebook-paired.json');
  const wanted = JSON.stringify({ ...workspace, extensionId });
  const isPaired = existsSync(note) && (await readFile(note, 'utf8')) === wanted;
  const welcome = await welcomePage(pipe, extensionId, !isPaired);
  if (!isPaired && welcome) {
    // A tab in the background is not drawn.
    await welcome.toFront();
    await welcome.type('input', await pairingLink());
    await welcome.click('button[type=submit]');
    await welcome.until(`document.body.dataset.link === 'online'`, 'the extension to be paired');
    await writeFile(note, wanted);
  }
  await welcome?.close();
}

/** The extension opens its welcome page by itself when it is new in the profile; it comes a moment after loading. */
async function welcomePage(pipe: Pipe, extensionId: string, isNeeded: boolean): Promise<Page | null> {
  const url = `chrome-extension://${extensionId}/welcome.html`;
  for (let tries = 0; tries < 10; tries += 1) {
    const found = (await tabs(pipe)).find((tab) => tab.url.startsWith(url));
    if (found) return attach(pipe, found.targetId);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return isNeeded ? openPage(pipe, url) : null;
}

async function firstTab(pipe: Pipe): Promise<string> {
  const [first] = await tabs(pipe);
  return first?.targetId ?? '';
}

async function tabs(pipe: Pipe): Promise<{ targetId: string; url: string }[]> {
  type Target = { targetId: string; type: string; url: string };
  const { targetInfos } = await pipe.send<{ targetInfos: Target[] }>('Target.getTargets');
  return targetInfos.filter(({ type }) => type === 'page');
}

/** The browser shows the profile's name beside its address bar. */
async function nameProfile(profile: string, name: string): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify({ profile: { name } }));
}
