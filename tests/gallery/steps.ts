import type { Page } from 'playwright-core';

const showAllDetails = (page: Page) =>
  page.locator('section button[aria-expanded="false"]', { hasText: /Show all|显示全部|顯示全部/ }).click();

const openHistory = async (page: Page) => {
  await page.locator('[data-history]').first().click();
  await page.locator('main h2').first().waitFor();
};
const openEntry = async (page: Page) => {
  const entry = page.locator('li > button[aria-expanded]').first();
  await entry.click();
  await entry.scrollIntoViewIfNeeded();
};

/** A spreadsheet as it is copied: dates that could be two days, a column of one's own, two that mean nothing. */
const pasted = [
  'Name\tFirma\tE-Mail\tMobil\tSize\tLast visit\tPhoto\tx1',
  'Ada Lindqvist\tACME GmbH\tada@acme.test\t+49 711 1234567\tL\t03/04/2026\thttps://p.example/a.jpg\t17',
  '陈伟\t蓝海科技有限公司\tchen.wei@lanhai.test\t138 0013 8000\tM\t05/06/2026\t\t18',
  '林怡君\t青雲物流股份有限公司\tlin@qingyun.test\t0912 345 678\tL\t07/08/2026\t\t19',
].join('\n');
const readPasted = async (page: Page) => {
  await page.locator('main textarea').fill(pasted);
  await page.locator('main form button').click();
  await page.locator('main li select').first().waitFor();
};

const openAuto = async (page: Page, trial = false) => {
  await page.locator('[data-auto] > button').click();
  await page.locator('[role=switch]').first().waitFor();
  if (trial) await page.locator('[data-scope=contact] button[aria-expanded]').click();
  await page.locator('[data-auto]').scrollIntoViewIfNeeded();
};

/** Where a log belongs, asked from the entry that says it. */
const openPlace = async (page: Page) => {
  await page.locator('[data-log] [aria-haspopup=menu]').first().click();
  await page.getByRole('menuitem').first().click();
  await page.locator('form fieldset').first().waitFor();
};

/** The first card of the board, by its keys; on a phone that of the stage shown. */
const onCard = async (page: Page, key: string) => {
  await page.locator('[data-open]').first().focus();
  await page.keyboard.press(key);
};
const openArrange = async (page: Page) => {
  await page.locator('main header h1 ~ button').first().click();
  await page.locator('dialog[open]').waitFor();
};

const openPalette = async (page: Page, typed = '') => {
  await page.waitForTimeout(50);
  await page.keyboard.press('Control+k');
  const field = page.locator('[data-palette] input[role=combobox]');
  await field.fill(typed);
  await page.locator('[data-palette] [role=option]').first().waitFor();
};

const openStake = async (page: Page) => {
  await page.locator('[data-stake] button').click();
  await page.locator('article details').waitFor();
};

const quickTask = 'main article > div input[role=combobox]';

const levelLine = (state: string) => ({
  state,
  run: (page: Page) => page.locator('[data-level-line]').waitFor(),
});

/** States that begin with a click or a key: what to do in which fixture. */
export const steps: Record<string, { state: string; run: (page: Page) => Promise<void> }> = {
  'logged-move': { state: 'logged-by-rule', run: openPlace },
  'level-line-column': levelLine('level-column'),
  'level-line-late': levelLine('level-late'),
  'level-line-unread': levelLine('level-unread'),
  'level-line-missing': levelLine('level-missing'),
  'level-line-delegated': levelLine('level-delegated'),
  'level-card': {
    state: 'level-missing',
    run: async (page) => {
      await page.locator('[data-level-line] button').click();
      await page.locator('article ul li').first().waitFor();
    },
  },
  'auto-switches': { state: 'auto-off', run: (page) => openAuto(page) },
  'auto-trial': { state: 'auto-off', run: (page) => openAuto(page, true) },
  'auto-switches-on': { state: 'auto-on', run: (page) => openAuto(page) },
  'inbox-stake': { state: 'today-stake', run: openStake },
  'inbox-stake-many': { state: 'today-stake-many', run: openStake },
  'inbox-stake-none': { state: 'today-stake-none', run: openStake },
  // Something of the page lies over the panel for longer than a blink.
  disarmed: {
    state: 'framed',
    run: async (page) => {
      await page.evaluate(() => {
        const cover = document.body.appendChild(document.createElement('div'));
        cover.ariaHidden = 'true';
        cover.style.cssText = 'position:fixed;inset:0;opacity:0.01;background:#fff;pointer-events:none';
      });
      await page.locator('[data-disarmed]').waitFor();
    },
  },
  'rhythm-open': {
    state: 'rhythm-silent',
    run: async (page) => {
      const fold = page.locator('[data-rhythm] button[aria-expanded]');
      await fold.click();
      await fold.scrollIntoViewIfNeeded();
    },
  },
  'files-remove': {
    state: 'files',
    run: (page) => page.locator('[data-file=stored] button').first().click(),
  },
  'board-menu': { state: 'app-board', run: (page) => page.locator('[data-card] button').first().click() },
  'board-lost': { state: 'app-board', run: (page) => onCard(page, 'l') },
  'board-asks': {
    state: 'app-board',
    run: async (page) => {
      await onCard(page, '4');
      await page.locator('dialog[open] button[type=submit]').click();
    },
  },
  'record-merged': {
    state: 'app-contact-merged',
    run: (page) =>
      page
        .getByRole('button', { name: /Lindqvist-Holmström/ })
        .last()
        .scrollIntoViewIfNeeded(),
  },
  'merge-asks': {
    state: 'known-twice',
    run: async (page) => {
      await page.getByRole('button', { name: /^(Merge|合并|合併)$/ }).click();
      await page.locator('dialog[open] [role=radiogroup]').first().waitFor();
    },
  },
  'board-moved': { state: 'app-board', run: (page) => onCard(page, ']') },
  'board-arrange': { state: 'app-board', run: (page) => openArrange(page) },
  'board-arrange-member': { state: 'app-board-member', run: (page) => openArrange(page) },
  'board-remove-stage': {
    state: 'app-board',
    run: async (page) => {
      await openArrange(page);
      await page.locator('dialog[open] [aria-expanded=false]:not([aria-haspopup])').first().click();
    },
  },
  'board-table': {
    state: 'app-board',
    run: async (page) => {
      await page.locator('main header [role=group] button').nth(1).click();
      await page.locator('[role=grid]').waitFor();
    },
  },
  'list-filter': {
    state: 'app-contacts-filtered',
    run: (page) => page.locator('main fieldset button').nth(2).click(),
  },
  'list-columns': {
    state: 'app-contacts',
    run: (page) => page.locator('main button[title][aria-label]').first().click(),
  },
  'list-selected': {
    state: 'app-contacts',
    run: async (page) => {
      await page.locator('[role=grid]').focus();
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    },
  },
  'list-change': {
    state: 'app-contacts',
    run: async (page) => {
      await page.locator('[role=row] input').nth(2).click();
      await page.locator('main section section button').first().click();
    },
  },
  'list-views': {
    state: 'app-contacts-filtered',
    run: (page) => page.locator('main [aria-haspopup=menu]').first().click(),
  },
  'list-export': {
    state: 'app-contacts',
    run: (page) =>
      page
        .locator('main [aria-haspopup=menu]', { hasText: /Export|导出|匯出/ })
        .first()
        .click(),
  },
  'record-relation': {
    state: 'app-company',
    run: async (page) => {
      await page.getByRole('button', { name: 'Add a relation' }).click();
      await page.locator('form input[role=combobox]').fill('a');
      await page.locator('[role=listbox] [role=option]').first().waitFor();
    },
  },
  'record-role-and-key': {
    state: 'app-contact',
    run: async (page) => {
      await page.locator('[data-field=role]').click();
      const role = page.getByRole('form', { name: 'Role' });
      await role.locator('select').selectOption('blocked');
      await role.getByRole('button', { name: 'Save' }).click();
      await role.getByRole('alert').waitFor();
      await page.getByRole('button', { name: 'Add what they are known by' }).click();
      const key = page.getByRole('form', { name: 'Add what they are known by' });
      await key.locator('input').fill('nobody');
      await key.getByRole('button', { name: 'Save' }).click();
      await key.getByRole('alert').waitFor();
    },
  },
  'record-own-fields': {
    state: 'app-contact',
    run: async (page) => {
      await page.locator('[data-field="own budget"]').click();
      await page.getByRole('group', { name: 'Budget' }).locator('input').waitFor();
    },
  },
  'record-person-field': {
    state: 'app-contact',
    run: async (page) => {
      await page.locator('[data-field="own assistant"]').click();
      await page.locator('dd input[role=combobox]').fill('mi');
      await page.getByRole('option').first().waitFor();
    },
  },
  'record-searched': {
    state: 'app-company',
    run: async (page) => {
      await page.locator('input[type=search]').last().fill('invoice');
      await page.getByRole('button', { name: 'Show everything' }).waitFor();
    },
  },
  'fields-new': {
    state: 'app-fields',
    run: async (page) => {
      await page.getByRole('button', { name: 'Add a field: Fields of deals' }).click();
      const field = page.getByRole('form', { name: 'Add a field' });
      await field.locator('select').selectOption('choice');
      await field.locator('fieldset input').fill('Gold');
      await field.locator('fieldset input').press('Enter');
      await field.getByRole('button', { name: 'Save' }).click();
      await field.getByRole('alert').waitFor();
    },
  },
  'link-existing': {
    state: 'unknown',
    run: async (page) => {
      await page.locator('article button[aria-expanded]').first().click();
      await page.locator('article input[role=combobox]').fill('a');
      await page.getByRole('option').first().waitFor();
    },
  },
  'choose-company': {
    state: 'known',
    run: async (page) => {
      await showAllDetails(page);
      await page.locator('[data-field=company]').click();
      await page.locator('article input[role=combobox]').fill('ac');
      await page.getByRole('option').first().waitFor();
    },
  },
  'choose-owner': {
    state: 'known',
    run: async (page) => {
      await showAllDetails(page);
      await page.locator('[data-field=owner]').click();
    },
  },
  'new-deal': { state: 'no-deals', run: (page) => page.keyboard.press('d') },
  'log-call': {
    state: 'known',
    run: async (page) => {
      await page.keyboard.press('c');
      await page.locator('form fieldset button').first().click();
    },
  },
  'add-task': {
    state: 'known',
    run: async (page) => {
      await page.keyboard.press('t');
      await page.keyboard.type('call Ada tue 3pm');
    },
  },
  'note-mention': {
    state: 'known',
    run: async (page) => {
      await page.locator('textarea').last().fill('Please ask her, @');
      await page.getByRole('option').first().waitFor();
    },
  },
  'note-mentioned': {
    state: 'known',
    run: async (page) => {
      await page.locator('textarea').last().fill('Please ask her, @Mia');
      await page.locator('textarea').last().press('Enter');
    },
  },
  'app-tasks-typed': {
    state: 'app-tasks',
    run: async (page) => {
      await page.locator(quickTask).fill('call Ada next tue 3pm every week');
      await page.locator('main [role=status] strong').waitFor();
    },
  },
  'app-tasks-at': {
    state: 'app-tasks',
    run: async (page) => {
      await page.locator(quickTask).fill('call @a');
      await page.getByRole('option').first().waitFor();
    },
  },
  'app-tasks-upcoming': {
    state: 'app-tasks',
    run: (page) => page.getByRole('tab').nth(2).click(),
  },
  'app-tasks-done': {
    state: 'app-tasks',
    run: (page) => page.getByRole('tab').nth(3).click(),
  },
  'app-tasks-chosen': {
    state: 'app-tasks',
    run: async (page) => {
      for (const at of [0, 1]) await page.locator('[data-task] input:first-child').nth(at).click();
    },
  },
  'app-tasks-edit': {
    state: 'app-tasks',
    run: (page) => page.locator('[data-task] button').first().click(),
  },
  'app-tasks-repeat': {
    state: 'app-tasks',
    run: (page) => page.locator('[data-task]').first().getByRole('button').nth(-2).click(),
  },
  'edit-field': { state: 'known', run: (page) => page.locator('[data-field="phone"]').click() },
  'details-all': {
    state: 'known',
    run: async (page) => {
      await showAllDetails(page);
      await page.locator('[data-field="own tier"]').scrollIntoViewIfNeeded();
    },
  },
  'deal-open': {
    state: 'known',
    run: (page) => page.locator('section li button[aria-expanded]').first().click(),
  },
  'stage-menu': {
    state: 'known',
    run: (page) => page.locator('[role=group] button[aria-haspopup=menu]').first().click(),
  },
  'close-lost': {
    state: 'known',
    run: async (page) => {
      await page.locator('section li button[aria-haspopup=menu]').first().click();
      await page.getByRole('menuitem').nth(2).click();
    },
  },
  'timeline-open': {
    state: 'known',
    run: async (page) => {
      const entry = page.locator('li > button[aria-expanded]').first();
      await entry.click();
      await entry.scrollIntoViewIfNeeded();
    },
  },
  'timeline-moves': {
    state: 'moved',
    run: async (page) => {
      await page.locator('li[data-access=shared] > button').first().click();
      await page.locator('[data-asks=moves]').first().click();
      const moves = page.locator('[data-moves]');
      await moves.waitFor();
      await moves.scrollIntoViewIfNeeded();
    },
  },
  'palette-template': {
    state: 'template-chosen',
    run: async (page) => {
      await openPalette(page, 'offer');
      await page.keyboard.press('Enter');
      await page.locator('[data-template]').waitFor();
    },
  },
  palette: { state: 'known', run: (page) => openPalette(page) },
  'palette-typed': { state: 'known', run: (page) => openPalette(page, 'ac') },
  'palette-task': { state: 'known', run: (page) => openPalette(page, 'task call Ada next tue 3pm') },
  'palette-nobody': { state: 'today', run: (page) => openPalette(page, 'Zaphod Beeble') },
  'palette-stages': {
    state: 'known',
    run: async (page) => {
      await openPalette(page, 'stage');
      await page.keyboard.press('Enter');
      await page.locator('[data-palette=step]').waitFor();
    },
  },
  'palette-call': {
    state: 'known',
    run: async (page) => {
      await openPalette(page, 'phone');
      await page.keyboard.press('Enter');
      await page.locator('[data-palette=step] form').waitFor();
    },
  },
  'palette-blind': { state: 'framed-blind', run: (page) => openPalette(page) },
  'app-palette': { state: 'app-contact', run: (page) => openPalette(page) },
  'after-log': { state: 'known', run: (page) => page.locator('[data-focus=log]').click() },
  search: {
    state: 'known',
    run: async (page) => {
      await page.locator('[data-focus=search]').fill('ac');
      await page.getByRole('option').first().waitFor();
    },
  },
  'search-none': {
    state: 'known',
    run: async (page) => {
      await page.locator('[data-focus=search]').fill('Zaphod');
      await page.getByRole('option').first().waitFor();
    },
  },
  'new-contact': {
    state: 'today',
    run: async (page) => {
      await page.locator('[data-focus=search]').fill('Zaphod Beeble');
      await page.getByRole('option').first().click();
    },
  },
  'company-card': {
    state: 'known',
    run: async (page) => {
      await page.locator('article header button').first().click();
      await page.locator('article').waitFor();
    },
  },
  'deal-card': {
    state: 'today',
    run: async (page) => {
      await page.locator('[data-focus=search]').fill('renewal');
      await page.getByRole('option').first().click();
      await page.locator('article').waitFor();
    },
  },
  'deal-picker': {
    state: 'deals-several',
    run: (page) => page.locator('[data-log] button[aria-haspopup=menu]').last().click(),
  },
  settings: { state: 'today', run: (page) => page.locator('button[aria-haspopup=menu]').first().click() },
  'settings-places': {
    state: 'places-several',
    run: (page) => page.locator('header button[aria-haspopup=menu]').first().click(),
  },
  'settings-bound': {
    state: 'places-bound',
    run: (page) => page.locator('header button[aria-haspopup=menu]').first().click(),
  },
  'parked-open': {
    state: 'parked-several',
    run: (page) => page.locator('header').first().locator('button:not([aria-haspopup])').last().click(),
  },
  'parked-edit': {
    state: 'parked',
    run: async (page) => {
      await page.locator('header').first().locator('button:not([aria-haspopup])').last().click();
      await page.locator('[data-parked] button').nth(1).click();
    },
  },
  'history-open': { state: 'history', run: openHistory },
  'history-unreached': { state: 'history-offline', run: openHistory },
  'masked-open': { state: 'masked-entry', run: openEntry },
  'masked-asked-open': { state: 'masked-asked', run: openEntry },
  'private-open': { state: 'private-let-in', run: openEntry },
  'asking-open': { state: 'private-asked-by-mia', run: openEntry },
  'joined-open': { state: 'entry-joined', run: openEntry },
  'note-private': {
    state: 'known',
    run: async (page) => {
      await page.locator('[data-focus=note]').fill('Between us: she is leaving in March.');
      await page.locator('section button[data-private]').click();
    },
  },
  keys: { state: 'known', run: (page) => page.keyboard.press('?') },
  noting: {
    state: 'known',
    run: async (page) => {
      await page
        .locator('[data-focus=note]')
        .fill('Wants one invoice for both sites.\nAsk again in January.');
    },
  },
  'unpaired-error': {
    state: 'unpaired',
    run: async (page) => {
      await page.locator('input').fill('nonsense');
      await page.keyboard.press('Enter');
      await page.locator('p[role=alert]').waitFor();
    },
  },
  'app-template-edit': {
    state: 'app-templates',
    run: async (page) => {
      await page.locator('main li > button').last().click();
      await page.locator('main form textarea').waitFor();
    },
  },
  'app-import-map': { state: 'app-import-empty', run: readPasted },
  'app-import-map-left': {
    state: 'app-import-empty',
    run: async (page) => {
      await readPasted(page);
      await page.locator('summary').last().click();
    },
  },
  'app-import-rules': {
    state: 'app-import-empty',
    run: async (page) => {
      await readPasted(page);
      await page.locator('main button', { hasText: /^(?:Next|下一步)$/ }).click();
      await page.locator('main input[type=radio]').first().waitFor();
    },
  },
  'app-import-refused': {
    state: 'app-import-empty',
    run: async (page) => {
      await page.locator('main input[type=file]').setInputFiles({
        name: 'Kunden.xlsx',
        mimeType: 'application/vnd.ms-excel',
        buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      });
      await page.locator('main ul').first().waitFor();
    },
  },
};
