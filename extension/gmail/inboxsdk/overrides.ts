import type { load } from '@inboxsdk/core';

type Overrides = NonNullable<NonNullable<Parameters<typeof load>[2]>['selectorOverrides']>;

/**
 * Where InboxSDK 2.2.26 looks, and where our own reading finds the same when that is renamed: by attributes with a
 * meaning, and by what stands around it. What is given here is asked first, so each begins with InboxSDK's own selectors;
 * a test compares those with the package's. Only what InboxSDK lets be set is here: not its thread, rows or column.
 */
export const overrides = {
  'messageView.senderSpan': [
    'td.gF span[email]',
    'span.gD[email]',
    'h3 span[email]',
    'span[email]:not(.g2):not(.hb *)',
  ],
  'messageView.dateElement': [
    '.ads .gK .g3',
    '.gK [title]',
    'td.gH [title]',
    'tr td span[title][role="gridcell"]',
  ],
  'messageView.body': ['div.ii.gt', '.adP', '.ii', '.a3s'],
  'threadView.subject': ['.ha h2', 'h2.hP', 'h2[data-legacy-thread-id]', 'h2[data-thread-perm-id]'],
  'routeView.rowListWrapper': ['.bGI.nH', '.bGI', '[role="main"]:has(> [gh="tl"])'],
  'routeView.listToolbar': ['[gh=tm]', '.G-atb', ':scope > div:first-child:has([role="button"])'],
  'leftNav.root': ['.aeN', '[role="navigation"]'],
  'leftNav.appMenu': [
    '.aeN.WR.a6o.anZ.nH.oy8Mbf[role=navigation]',
    '.aqk > [role="navigation"]',
    '[role="navigation"].a6o',
  ],
  'appMenu.container': ['.aqk.aql.bkL', '.aqk', 'div:has(> [role="navigation"].a6o)'],
  'appMenu.burgerButton': [
    'header[role="banner"] > div > div > div[aria-expanded]',
    'header [role="button"][aria-expanded]',
  ],
  'appMenu.header': ['.oy8Mbf.qp', 'header[role="banner"]'],
  'leftNav.appMenuOrNavMenuFallback': ['.aeN.WR.nH.oy8Mbf[role=navigation]', '[role="navigation"]', '.aeN'],
  'composeView.titleBarTable': [
    '.nH.Hy.aXJ table.cf.Ht',
    '.nH.Hy.aXJ table.cf',
    'table:has(td > img[role="button"])',
  ],
  'composeView.titleBarTd': [
    '.nH.Hy.aXJ table.cf.Ht td.Hm',
    '.nH.Hy.aXJ table.cf td.Hm',
    'td:has(> img[role="button"])',
  ],
} as const satisfies Overrides;
