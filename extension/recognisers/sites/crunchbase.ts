import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Crunchbase',
  hosts: ['crunchbase.com'],
  pages: [
    {
      path: /^\/person\/[^/]+/,
      kind: 'person',
      fields: {
        name: ['h1.profile-name', '.profile-name'],
        title: ['[href*="/search/"] + field-formatter', ['profile-section [class*=job-title]', /^(.+)$/]],
        organisation: ['fields-card a[href*="/organization/"]', 'a[href^="/organization/"]'],
        profiles: ['a[title*=LinkedIn]@href', 'a[title*=Twitter]@href', 'a[href*="linkedin.com/"]@href'],
      },
    },
    {
      path: /^\/organization\/[^/]+/,
      kind: 'company',
      fields: {
        name: ['h1.profile-name', '.profile-name'],
        description: ['profile-section .description', 'span.description'],
        url: ['link-formatter a[href^="http"]@href', 'a[role=link][rel~=nofollow]@href'],
        industry: ['a[href*="/categories/"]', 'chips-container a'],
        address: ['identifier-multi-formatter'],
        emails: [['blob-formatter,field-formatter', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/]],
        profiles: ['a[href*="linkedin.com/"]@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a company on Crunchbase',
    url: 'https://www.crunchbase.com/organization/acme-tools',
    html: '<h1 class="profile-name">Acme Tools</h1><span class="description">Engines that compute.</span><link-formatter><a rel="nofollow" role="link" href="https://acme.example/">acme.example</a></link-formatter>',
    sees: ['company Acme Tools <domain:acme.example profile:https://crunchbase.com/organization/acme-tools>'],
    also: ['text'],
  },
];
