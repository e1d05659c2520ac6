import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../../tools/paths.ts';
import { eventually, find, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let nora: Desk;
let page: Page;

beforeAll(async () => {
  nora = await world.open('nora', { build: 'shipped' });
  page = await openImport(nora);
});

const file = (name: string) => inRoot('tests/fixtures/imports', name);
const openImport = async (desk: Desk): Promise<Page> => {
  const opened = await desk.context.newPage();
  await opened.goto(`chrome-extension://${await desk.extensionId()}/app.html#/import`);
  await opened.getByRole('heading', { name: words.import_title(), exact: true }).waitFor();
  return opened;
};
const click = (name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
const choose = (files: Parameters<Page['setInputFiles']>[1]) =>
  page.locator('input[type=file]').setInputFiles(files);

/** As a file manager lets a file go over the page. */
const drop = async (name: string, text: string): Promise<void> => {
  const dropped = await page.evaluateHandle(
    ([called, inside]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([inside ?? ''], called ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
};

/** The three clicks after the file. */
async function through(name: string): Promise<void> {
  await click(words.import_next());
  await heading(words.import_rules());
  await click(words.import_next());
  await click(/^Import \d/);
  await heading(words.import_done({ file: name }));
}
/** From the report to the start. */
const another = async () => {
  await click(words.import_another());
  await heading(words.import_step_file());
};
const found = async (text: string): Promise<string> => (await find(page, text)).join('\n');

describe('an export of another product', () => {
  test('is in after four clicks: the file, Next, Next, Import, read by a worker and not by the page', async () => {
    await drop('contacts.csv', await readFile(file('hubspot/contacts.csv'), 'utf8'));
    await heading(words.import_map());
    expect(page.workers()).toHaveLength(1);
    await through('contacts.csv');
    expect(await found('lovelace')).toContain('Ada Lovelace');
    expect(await found('小明')).toContain('陈');
  });

  test('tells what is wrong with single rows, and gives those rows back as a file', async () => {
    const saved = page.waitForEvent('download');
    await click(words.import_failed_csv());
    const stream = await (await saved).createReadStream();
    const text = (await stream.toArray()).map(String).join('');
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFFRecord ID,.*,Problems$/);
    expect(text).toContain('no member has this name');
    await another();
  });

  test('changes nothing a second time', async () => {
    await choose(file('hubspot/contacts.csv'));
    await click(words.import_next());
    await click(words.import_next());
    await page.getByText(words.import_nothing_new()).waitFor();
    await click(words.import_cancel());
    await heading(words.import_step_file());
  });
});

describe('every kind of file', () => {
  test.each([
    ['Google’s contacts', 'google/contacts.csv', 'hopper', 'Grace'],
    ['a Chinese spreadsheet in GB 18030', 'spreadsheet/客户-gb18030.csv', '王芳', '王芳'],
    ['a Chinese telephone’s vCard 2.1', 'vcard/huawei-2.1.vcf', '歐陽', '欧阳丽华'],
  ])('%s: its people are found, in either script', async (_, name, text, expected) => {
    await choose(file(name));
    await heading(words.import_map());
    await through(name.split('/').at(-1) ?? '');
    expect(await found(text)).toContain(expected);
    await another();
  });

  test('pasted rows: what a correction was is remembered for the next ones', async () => {
    const paste = async (rows: string) => {
      await page.getByLabel(words.import_paste()).fill(`Kontakt\tNutzt\tE-Mail\n${rows}`);
      await click(words.import_paste_read());
      await heading(words.import_map());
    };
    await paste('Özge Yıldız\tWindows\tozge@yildiz.example');
    const isFor = () => page.getByRole('combobox', { name: words.import_column_is({ column: 'Nutzt' }) });
    await page.getByText(words.import_ignored({ count: 1, shown: '1' })).click();
    await isFor().selectOption('contact.newField');
    await click(words.import_next());
    await click(words.import_next());
    await page.getByRole('button', { name: /^Import \d/ }).waitFor();
    // The field is made with the click, also where a reload has forgotten the columns.
    await page.reload();
    await click(/^Import \d/);
    await heading(words.import_done({ file: 'pasted.csv' }));
    expect(await found('ozge')).toContain('Özge Yıldız');
    await another();
    await paste('Iñigo Peña\tLinux\tinigo@pena.example');
    await page.getByText(words.import_map_recalled()).waitFor();
    expect(await isFor().inputValue()).toBe('contact.own.nutzt');
    await click(words.import_cancel());
  });

  test('several at once are taken one after another', async () => {
    await choose([file('spreadsheet/visits.csv'), file('linkedin/Connections.csv')]);
    await heading(words.import_map());
    await through('visits.csv');
    await click(words.import_next_file({ file: 'Connections.csv' }));
    await heading(words.import_map());
    await through('Connections.csv');
    await another();
  });

  test('one that is no table is refused at once, with what to do', async () => {
    await choose({ name: 'list.xlsx', mimeType: '', buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]) });
    await page.getByText(words.import_file_file_workbook()).waitFor();
    await click(words.import_other_file());
  });
});

describe('the way back', () => {
  test('an import of before is undone as a whole with one click', async () => {
    await click(words.import_past_undo({ file: 'huawei-2.1.vcf' }));
    await page.getByText(words.import_past_undone(), { exact: true }).waitFor();
    await eventually(() => found('欧阳')).not.toContain('欧阳丽华');
    expect(await found('王芳')).toContain('王芳');
  });
});

const many = Array.from({ length: 2_000 }, (_, at) => `Person ${at},p${at}@half-way.example,Half Way Ltd`);
/** Until some of it is in, and some is not. */
const begin = async (): Promise<void> => {
  const buffer = Buffer.from(`Name,Email,Company\n${many.join('\n')}\n`);
  await choose({ name: 'many.csv', mimeType: 'text/csv', buffer });
  await click(words.import_next());
  await click(words.import_next());
  await click(/^Import 2,000/);
  const taken = async () => Number(await page.locator('[data-taken]').getAttribute('data-taken'));
  await eventually(taken).toBeGreaterThan(0);
  expect(await taken()).toBeLessThan(many.length);
};

describe('an import that is stopped', () => {
  test('leaves what is in, until it is asked to give that back too', async () => {
    await begin();
    await click(words.import_stop());
    await heading(words.import_stopped());
    await page.getByRole('button', { name: words.import_keep() }).waitFor();
    expect((await found('p0@half-way')).match(/Person 0/g)).toHaveLength(1);
    await click(words.import_undo());
    await heading(words.import_undone({ file: 'many.csv' }));
    await eventually(() => found('p0@half-way'), 40_000).not.toContain('Person 0');
    await another();
  }, 60_000);
});

describe('a browser that is closed half-way', () => {
  test('goes on with it when it is opened again, and doubles nobody', async () => {
    await begin();
    nora = await world.restart(nora);
    page = await openImport(nora);
    await page
      .getByRole('heading', { name: words.import_done({ file: 'many.csv' }) })
      .waitFor({ timeout: 60_000 });
    await page.getByText(words.import_all_in()).waitFor({ timeout: 60_000 });
    const people = page.getByRole('row', { name: words.import_noun_contact() });
    expect(await people.innerText()).toContain('2,000');
    expect((await found('p1999')).match(/Person 1999/g)).toHaveLength(1);
    await click(words.import_undo());
    await heading(words.import_undone({ file: 'many.csv' }));
    await eventually(() => found('p1999'), 40_000).not.toContain('Person 1999');
  }, 180_000);
});
