import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Stack Overflow',
  hosts: ['stackoverflow.com', 'stackexchange.com', 'superuser.com', 'serverfault.com', 'askubuntu.com'],
  pages: [
    {
      path: /^\/users\/\d+/,
      kind: 'person',
      fields: {
        name: ['[id=user-card] .fs-headline2', '[id=mainbar-full] .fs-headline2', '.user-card-name'],
        title: [['[id=user-card] .fs-title', /^(.+?)(?:\s+at\s+|$)/]],
        organisation: [['[id=user-card] .fs-title', /\s+at\s+(.+)$/]],
        address: ['[id=user-card] .wmx2'],
        profiles: ['[id=user-card] a[rel~=me]@href', '[id=user-card] a[href*="github.com/"]@href'],
        description: ['.js-about-me-content'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on Stack Overflow',
    url: 'https://stackoverflow.com/users/22656/ada',
    html: '<div id="user-card"><div class="fs-headline2">Ada Byron</div><div class="mb8 fs-title">Analyst at Acme Tools</div><a rel="me noreferrer" href="https://github.com/ada">code</a></div>',
    sees: ['person Ada Byron <profile:https://stackoverflow.com/users/22656 profile:https://github.com/ada>'],
    also: ['text'],
  },
];
