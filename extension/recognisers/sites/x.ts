import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  pages: [
    {
      path: /^\/\w{1,15}(?:\/(?:with_replies|highlights|media|likes))?\/?$/,
      kind: 'person',
      where: '[data-testid=UserName]',
      fields: {
        name: [['[data-testid=UserName]', /^(.+?)\s*@\w{1,15}/]],
        description: ['[data-testid=UserDescription]'],
        address: ['[data-testid=UserLocation]'],
        profiles: ['[data-testid=UserUrl]@href', '[data-testid=UserUrl] a@href'],
        industry: ['[data-testid=UserProfessionalCategory]'],
        emails: [['[data-testid=UserDescription]', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/]],
      },
    },
    {
      path: /^\/\w{1,15}\/(?:following|followers|verified_followers)\/?$/,
      kind: 'person',
      each: '[data-testid=UserCell]',
      own: 'a[role=link]@href',
      fields: {
        name: ['a[role=link] span'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on X',
    url: 'https://x.com/adab',
    html: '<div data-testid="UserName"><div><span>Ada Byron</span></div><div><span>@adab</span></div></div><div data-testid="UserDescription">Computes. Write to ada@acme.example</div><span data-testid="UserLocation">London</span>',
    sees: ['person Ada Byron <email:ada@acme.example profile:https://x.com/adab>'],
    also: ['text'],
  },
];
