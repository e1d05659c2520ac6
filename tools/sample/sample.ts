import { join } from 'node:path';
import type { Running } from '../../api/start.ts';
import { standInGmail } from '../../tests/doubles/gmail/standin.ts';
import { sampleSite } from '../../tests/doubles/site/site.ts';
import { people } from '../../tests/fixtures/sample/cast.ts';
import { keptCertificate } from '../browser/certificate.ts';
import { firstRun } from './first-run.ts';
import { host } from './host.ts';
import { openSampleWindow, type SampleWindow } from './window.ts';
import { sampleMembers, sampleWorkspace } from './workspace.ts';

type Say = (line: string) => void;
type OnStop = (close: () => Promise<void>) => void;
type Look = { headless?: boolean };
/** Whose mailbox and browser it is. */
type Who = 'nora' | 'mia';
export type Sample = {
  openWindow(executable: string, extension: string, look?: Look, who?: Who): Promise<SampleWindow>;
};

/** The sample workspace, mailbox and company site. The mailbox and the site are served when a window needs them. */
export async function startSample(running: Running, data: string, say: Say, onStop: OnStop): Promise<Sample> {
  const first = await firstRun(data, Date.now());
  const workspaceId = await sampleWorkspace(running, { data, first, say });
  const noras = standInGmail({ now: first });
  return {
    async openWindow(executable, extension, look = {}, who = 'nora') {
      // The same conversations, each in a mailbox of its own.
      const gmail =
        who === 'nora' ? noras : standInGmail({ account: 'mia', office: noras.office, now: first });
      const certificate = await keptCertificate(
        join(data, 'sample', 'certificate'),
        'mail.google.com',
        Date.now(),
      );
      const mail = await host({ handle: gmail.handle, origin: 'https://mail.google.com', tls: certificate });
      onStop(() => mail.close());
      const site = await host({ handle: sampleSite().handle, origin: 'http://127.0.0.1' });
      onStop(() => site.close());
      return openSampleWindow({
        ...look,
        executable,
        extension,
        name: who === 'nora' ? 'Sidebook sample' : `Sidebook sample: ${people.mia.name}`,
        profile: join(data, 'sample', who === 'nora' ? 'browser' : 'browser-mia'),
        mail: { port: mail.port, pin: certificate.pin },
        siteUrl: `http://127.0.0.1:${site.port}/`,
        workspace: { server: running.origin, id: workspaceId },
        pairingLink: () =>
          running.pairLink({ workspaceId, ...(who === 'mia' ? { userId: sampleMembers.mia } : {}) }),
      });
    },
  };
}
