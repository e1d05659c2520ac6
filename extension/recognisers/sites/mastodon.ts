import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Mastodon',
  hosts: [],
  mark: '[id=mastodon],.account__header__tabs__name',
  pages: [
    {
      path: /^\/@\w+(?:@[\w.-]+)?\/?$/,
      kind: 'person',
      where: '.account__header',
      fields: {
        name: [
          '.account__header__tabs__name .display-name__html',
          '.account__header__tabs__name h1 bdi',
          '.account__header__tabs__name h1 > span',
          ['.account__header__tabs__name h1', /^(.+?)\s*@\w/],
        ],
        description: ['.account__header__content'],
        emails: ['.account__header a[href^="mailto:"]@href'],
        profiles: ['.account__header__fields a[rel~=me]@href', '.account__header__fields a@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on a Mastodon server',
    url: 'https://social.example/@ada',
    html: '<div id="mastodon"><div class="account__header"><div class="account__header__tabs__name"><h1><span>Ada Byron</span><small>@ada@social.example</small></h1></div><div class="account__header__fields"><dl><dt>Code</dt><dd><a rel="me" href="https://github.com/ada">github.com/ada</a></dd></dl></div></div></div>',
    sees: ['person Ada Byron <profile:https://github.com/ada>'],
    also: ['text'],
  },
];
