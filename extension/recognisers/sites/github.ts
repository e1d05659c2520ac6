import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'GitHub',
  hosts: ['github.com'],
  pages: [
    {
      path: /^\/[\w-]+\/?$/,
      kind: 'person',
      where: '.vcard-names,.h-card .p-nickname',
      fields: {
        name: ['.vcard-fullname', '.h-card .p-name', '.vcard-username'],
        organisation: [['.p-org', /^@?([^@,]+)/]],
        description: ['.p-note', '.user-profile-bio'],
        address: ['[itemprop=homeLocation] .p-label'],
        emails: ['[itemprop=email] a@href', 'a.u-email@href'],
        profiles: ['[itemprop=social] a@href', '[itemprop=url] a@href'],
      },
    },
    {
      path: /^\/[\w-]+\/?$/,
      kind: 'company',
      where: '.orghead,[itemtype$="schema.org/Organization"]',
      fields: {
        name: [
          '.orghead h1',
          '[itemtype$="schema.org/Organization"] h1',
          '[itemtype$="schema.org/Organization"] [itemprop=name]',
        ],
        description: ['.orghead h1 + div', '.orghead .color-fg-muted', '[itemprop=description]'],
        address: ['[itemprop=location]'],
        emails: ['[itemprop=email]@href', '[itemprop=email]'],
        url: ['[itemprop=url]@href', 'a[rel~=nofollow][itemprop=url]'],
      },
    },
    {
      path: /^\/orgs\/[\w.-]+\/people\/?$/,
      kind: 'person',
      each: '.member-list-item,[id="org-members-table"] li',
      own: 'a[data-hovercard-type=user]@href',
      fields: {
        name: ['.member-fullname', 'a[id^="member-"] + div', 'a[data-hovercard-type=user]'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on GitHub',
    url: 'https://github.com/ada',
    html: '<div class="h-card"><h1 class="vcard-names"><span class="p-name vcard-fullname d-block" itemprop="name">Ada Byron</span><span class="p-nickname vcard-username" itemprop="additionalName">ada</span></h1><div class="p-note user-profile-bio"><div>Analytical engines</div></div><ul><li itemprop="worksFor"><span class="p-org"><div>@acme-tools</div></span></li><li itemprop="email"><a class="u-email" href="mailto:ada@acme.example">ada@acme.example</a></li><li itemprop="social"><a href="https://x.com/adab">@adab</a></li></ul></div>',
    sees: [
      'person Ada Byron <email:ada@acme.example profile:https://github.com/ada profile:https://x.com/adab>',
    ],
    also: ['h-card', 'mailto', 'text'],
  },
  {
    shows: 'a company on GitHub',
    url: 'https://github.com/acme-tools',
    html: '<header class="orghead"><h1 class="h2 lh-condensed">Acme Tools</h1><div>Engines that compute</div><a itemprop="email" href="mailto:info@acme.example">info@acme.example</a><a itemprop="url" rel="nofollow" href="https://acme.example">acme.example</a></header>',
    sees: [
      'company Acme Tools <email:info@acme.example domain:acme.example profile:https://github.com/acme-tools>',
    ],
    also: ['mailto', 'text'],
  },
];
