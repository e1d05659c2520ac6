import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'GitLab',
  hosts: ['gitlab.com'],
  pages: [
    {
      path: /^\/[\w.-]+\/?$/,
      kind: 'person',
      where: '.user-profile,.cover-block',
      fields: {
        name: ['.user-profile-header h1', '[itemprop=name]', '.cover-title'],
        title: ['[itemprop=jobTitle]'],
        organisation: ['[itemprop=worksFor]'],
        address: ['[itemprop=addressLocality]'],
        emails: ['[itemprop=email]@href', '[itemprop=email]'],
        profiles: [
          '[itemprop=url]@href',
          '.user-profile a[href*="linkedin.com/"]@href',
          '.user-profile a[href*="x.com/"]@href',
        ],
        description: ['.profile-user-bio'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on GitLab',
    url: 'https://gitlab.com/ada',
    html: '<div class="user-profile"><div class="user-profile-header"><h1 itemprop="name">Ada Byron</h1></div><span itemprop="jobTitle">CTO</span> at <span itemprop="worksFor">Acme Tools</span><a itemprop="email" href="mailto:ada@acme.example">ada@acme.example</a></div>',
    sees: ['person Ada Byron <email:ada@acme.example profile:https://gitlab.com/ada>'],
    also: ['mailto', 'text'],
  },
];
