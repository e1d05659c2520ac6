import { hostOf } from '../../shared/identity/domain.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { headOf } from './head.ts';
import { isPlatform } from './platforms.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { elsewhere } from './rel-me.ts';
import { companyDomain, sight } from './sight.ts';
import { siteOf } from './site.ts';
import { surveyOf } from './survey.ts';

/** OpenGraph, the title and the address: whose site this is. */
export const opengraph: Recogniser = {
  source: 'opengraph',
  read,
  looksAt: ({ marked }) => [...marked.meta, ...marked.link],
};

function* read(page: Page): Reading<Sighting[]> {
  const { url } = page;
  const { meta } = yield* headOf(page);
  const survey = yield* surveyOf(page);
  const seen: Sighting[] = [];
  const domain = companyDomain(url);
  const name = meta('og:site_name');
  // A host without a public name, such as this machine: the site is known by what it calls itself.
  if (!hostOf(url) && name) {
    const one = sight({ kind: 'company', name, description: meta('og:description') }, 'opengraph', 0.6);
    if (one) seen.push(one);
  }
  if (domain && !isPlatform(domain.value) && !siteOf(page)) {
    const one = sight(
      {
        kind: 'company',
        name: /^https?:|^www\./i.test(name) ? undefined : name,
        urls: [url],
        // Whose page it is, where it is nobody's card.
        profiles: survey.marked.card.length > 0 ? [] : elsewhere(survey, url),
        url: `https://${domain.value}/`,
        description: meta('og:description') || meta('description'),
      },
      'opengraph',
      name ? 0.7 : 0.5,
    );
    if (one) seen.push(one);
  }
  if (meta('og:type') === 'profile') {
    const given = meta('profile:first_name');
    const family = meta('profile:last_name');
    const one = sight(
      {
        kind: 'person',
        name: [given, family].filter(Boolean).join(' ') || meta('og:title'),
        givenName: given,
        familyName: family,
        urls: [meta('og:url') || url],
        url: meta('og:url') || url,
      },
      'opengraph',
      0.6,
    );
    if (one) seen.push(one);
  }
  return seen;
}

export const examples: Example[] = [
  {
    shows: 'the company whose site it is',
    html: '<title>Contact | Acme Tools</title><meta property="og:site_name" content="Acme Tools">',
    url: 'https://www.acme-tools.example/contact',
    sees: ['company Acme Tools <domain:acme-tools.example>'],
    also: ['text'],
  },
  {
    shows: 'a profile page',
    html: '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Byron">',
    url: 'https://github.com/ada',
    sees: ['person Ada Byron <profile:https://github.com/ada>'],
  },
];
