import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, host } from '../../tools/sample/host.ts';
import { panelOf } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { armed, button, eventually, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let own: Host;
let site: string;
let nora: Desk;
let page: Page;
let panel: Frame;
let device: Device;

/** Ten people whom nobody knows, beside two whom the workspace does. */
const fresh = [
  ['Harriet Osgood', 'Head of Purchasing'],
  ['Tomasz Nowak', 'Warehouse Manager'],
  ['Priya Raman', 'Finance Director'],
  ['Oliver Grant', 'Sales Manager'],
  ['Mei Ling Tan', 'Quality Manager'],
  ['Stefan Keller', 'Plant Manager'],
  ['Laura Bianchi', 'Marketing Director'],
  ['Daniel Okafor', 'Logistics Manager'],
  ['Sofia Marques', 'HR Manager'],
  ['Peter Lindgren', 'Technical Director'],
] as const;
const card = (name: string, title: string, more = '') =>
  `<li class="card"><h3>${name}</h3><p>${title}</p>${more}</li>`;
const mail = (address: string) =>
  `<a href="mailto:${address}@brightwater.example">${address}@brightwater.example</a>`;
const team = `<!doctype html><html lang="en"><head><title>Our team – Brightwater Foods</title>
  <meta property="og:site_name" content="Brightwater Foods"></head><body style="margin:0"><h1>Our team</h1><ul>
  ${card('Clara Jensen', 'Chief Operating Officer', mail('clara.jensen'))}
  ${card('Samir Haddad', 'Purchasing', mail('samir.haddad'))}
  ${fresh.map(([name, title]) => card(name, title)).join('')}
  </ul><div style="height:3000px"></div></body></html>`;

const crew = [
  ['old shatterhand', 'keeps the boats'],
  ['the captain', 'steers'],
  ['red zora', 'mends sails'],
  ['long john', 'cooks'],
] as const;
let builds = 0;
/** A site of which no reader can tell who is on it, built anew with other classes for every visit. */
const unknown = () => {
  const salt = `k${++builds}f9`;
  const cards = crew.map(
    ([name, title]) =>
      `<div class="css-${salt}"><div class="sc-${salt}a"><span class="Crew_name__${salt}">${name}</span><br><em class="sc-${salt}b">${title}</em></div></div>`,
  );
  return `<!doctype html><html><head><title>night crew</title></head><body><main><h2>night crew</h2><section>${cards.join('')}</section></main></body></html>`;
};

beforeAll(async () => {
  const pages: Record<string, () => string> = {
    '/team': () => team,
    '/crew': unknown,
    '/press': () =>
      '<!doctype html><title>Press</title><h1>Press</h1><a href="/files/press.vcf">Press contact</a>',
    '/files/press.vcf': () =>
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Helga Brandt\r\nTITLE:Press Officer\r\nEMAIL:helga@press.example\r\nEND:VCARD\r\n',
  };
  own = await host({
    origin: 'http://127.0.0.1',
    handle: async ({ url }) => {
      const body = pages[new URL(url).pathname]?.();
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return body ? { status: 200, headers, body } : { status: 404, headers, body: 'not here' };
    },
  });
  site = `http://127.0.0.1:${own.port}`;
  nora = await world.open('nora', { allowed: [site] });
  device = await pairedDevice(world.server.url, world.filled.codes.mia.at(-1) ?? '');
});
afterAll(() => own.close());

/** Opens a page and the dock beside it: one click. */
async function look(desk: Desk, path: string): Promise<void> {
  page = await desk.context.newPage();
  await page.goto(`${site}${path}`);
  await page.locator('body + div, body > div[style*="2147483646"]').first().waitFor({ state: 'attached' });
  const size = page.viewportSize();
  await page.mouse.click((size?.width ?? 0) - 12, (size?.height ?? 0) * 0.4 + 28);
  panel = await panelOf(page);
}
const rows = () => panel.getByRole('region', { name: words.sidebar_people_on_page() }).getByRole('listitem');
const outlines = () => page.locator('html > div').count();
const contactsNow = async () =>
  (await pullAll(device)).flatMap(({ noun, row }) => (noun === 'contact' && !row.deletedAt ? [row] : []));

describe('a team page of twelve', () => {
  test('is a list of twelve, whom we know marked, the others ticked', async () => {
    await look(nora, '/team');
    await eventually(() => rows().count(), 15_000).toBe(12);
    expect(await rows().filter({ hasText: words.capture_in_crm() }).count()).toBe(1);
    expect(await rows().filter({ hasText: 'Clara Jensen' }).innerText()).toContain(
      words.capture_changes({ count: 1 }),
    );
    expect(await panel.getByRole('checkbox').count()).toBe(10);
    expect(await panel.getByRole('checkbox', { checked: true }).count()).toBe(10);
  });

  test('shows on the page who is pointed at, and leaves no trace of it', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await rows().last().hover();
    await eventually(outlines).toBe(1);
    await rows().first().hover();
    await eventually(outlines).toBe(1);
    // The lines cover nothing of ours: a click on what is pointed at counts.
    await page.waitForTimeout(800);
    await armed(panel);
    await panel.getByRole('heading', { name: words.sidebar_people_on_page() }).hover();
    await eventually(outlines).toBe(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    // With the keys as well.
    await panel.getByRole('checkbox').first().focus();
    await eventually(outlines).toBe(1);
    await panel.getByRole('combobox').focus();
    await eventually(outlines).toBe(0);
  });

  test('is captured with the second click, as leads of the company there, also without the server', async () => {
    await nora.context.setOffline(true);
    await press(panel, words.sidebar_save_people({ count: 10 }));
    await eventually(() => rows().filter({ hasText: words.capture_in_crm() }).count()).toBe(11);
    expect(await panel.getByRole('checkbox').count()).toBe(0);
    await nora.context.setOffline(false);
    const names: string[] = fresh.map(([name]) => name);
    const leads = async () => (await contactsNow()).filter(({ name }) => names.includes(name));
    await eventually(async () => (await leads()).length, 20_000).toBe(10);
    const brightwater = (await pullAll(device)).find(
      ({ noun, row }) => noun === 'company' && row.domains.includes('brightwater.example'),
    );
    for (const lead of await leads()) {
      expect(lead).toMatchObject({ lifeCycle: 'lead', companyId: brightwater?.row.id });
      expect(lead.origin).toMatchObject({ channel: 'page', page: `${site}/team` });
      expect(lead.title).toBe(fresh.find(([name]) => name === lead.name)?.[1]);
    }
  });

  test('knows them all when it is opened again: nobody can be added twice', async () => {
    await page.close();
    await look(nora, '/team');
    await eventually(() => rows().count()).toBe(12);
    await eventually(() => panel.getByRole('checkbox').count()).toBe(0);
  });
});

describe('a known person of whom the page says otherwise', () => {
  test('is shown with the difference alone, which is taken over by one click', async () => {
    await rows().filter({ hasText: 'Clara Jensen' }).getByRole('button').click();
    const difference = words.capture_seen_was({
      seen: 'Chief Operating Officer',
      was: 'Operations Director',
    });
    await eventually(async () => (await shows(panel, 'Clara Jensen')).innerText()).toContain(difference);
    await armed(panel);
    await button(panel, new RegExp(`^${words.capture_take_what({ what: '' })}.*Chief Operating`)).click();
    await eventually(() => panel.locator('body').innerText()).not.toContain(difference);
    expect(await (await shows(panel, 'Clara Jensen')).innerText()).toContain('Chief Operating Officer');
  });

  test('has it in the history, with what it was', async () => {
    await eventually(
      async () => (await contactsNow()).find(({ name }) => name === 'Clara Jensen')?.title,
    ).toBe('Chief Operating Officer');
    await button(panel, words.sidebar_history_of({ what: 'Clara Jensen' }))
      .first()
      .click();
    await eventually(() => panel.locator('body').innerText()).toContain('Operations Director');
  });
});

describe('a vCard that a page links to', () => {
  test('is read when somebody asks, and not before', async () => {
    await page.close();
    await look(nora, '/press');
    await eventually(() => panel.locator('body').innerText()).toContain(
      words.capture_card_on_page({ file: 'press.vcf' }),
    );
    const asked = () => nora.requests.filter(({ url }) => url.endsWith('press.vcf')).length;
    expect(asked()).toBe(0);
    await button(panel, words.capture_card_read()).click();
    await eventually(() => panel.getByLabel(words.words_name(), { exact: true }).inputValue()).toBe(
      'Helga Brandt',
    );
    expect(asked()).toBe(1);
  });
});

describe('a site that nobody knows', () => {
  const point = async (text: string) => {
    await page.getByText(text, { exact: true }).click();
  };
  const bar = () => page.locator('html > div').count();

  test('is shown by pointing once at a name and a title', async () => {
    await page.close();
    await look(nora, '/crew');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_nobody_on_page());
    await press(panel, words.capture_teach());
    await eventually(bar).toBe(2);
    await point(crew[1][0]);
    await point(crew[1][1]);
    await point('night crew');
    await eventually(bar).toBe(0);
    await eventually(() => panel.locator('body').innerText()).toContain(
      words.capture_pick_found({ count: crew.length }),
    );
    await press(panel, words.capture_preview_save());
    await eventually(() => rows().count()).toBe(crew.length);
    expect(await rows().first().innerText()).toContain('keeps the boats');
  });

  test('is read so again after the site was built anew', async () => {
    await page.close();
    await look(nora, '/crew');
    await eventually(() => rows().count()).toBe(crew.length);
  });

  test('is read so in a teammate’s browser', async () => {
    const mia = await world.open('mia', { allowed: [site] });
    await look(mia, '/crew');
    await eventually(() => rows().count(), 15_000).toBe(crew.length);
    expect(await rows().nth(2).innerText()).toContain('mends sails');
    await mia.close();
  });

  test('is no longer read so once somebody takes it back in the settings', async () => {
    const settings = await nora.context.newPage();
    await settings.goto(`chrome-extension://${await nora.extensionId()}/options.html`);
    await settings
      .getByRole('button', { name: words.capture_recipe_remove_of({ site: '127.0.0.1/crew' }) })
      .click();
    await settings.getByText(words.capture_recipes_none()).waitFor();
    await settings.close();
    await look(nora, '/crew');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_nobody_on_page());
  });

  test('is shown by the keys alone, and what was found can be discarded', async () => {
    await press(panel, words.capture_teach());
    await eventually(bar).toBe(2);
    // The head of the page, a name, Enter; the title beside it, Enter; back to the head, which is the company.
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'Enter',
      'ArrowRight',
      'Enter',
      'ArrowLeft',
      'ArrowLeft',
      'Enter',
    ])
      await page.keyboard.press(key);
    await eventually(bar).toBe(0);
    const found = words.capture_pick_found({ count: crew.length });
    await eventually(() => panel.locator('body').innerText()).toContain(found);
    expect(await panel.locator('body').innerText()).toContain('keeps the boats · night crew');
    await button(panel, words.words_discard()).click();
    await eventually(() => panel.locator('body').innerText()).not.toContain(found);
  });

  test('is given up with Esc, and the page has its keys and clicks back', async () => {
    await press(panel, words.capture_teach());
    await eventually(bar).toBe(2);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await eventually(bar).toBe(0);
    await eventually(() => button(panel, words.capture_teach()).count()).toBe(1);
  });
});
