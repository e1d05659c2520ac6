import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

/** Nothing of ours stands in its pages: read only after a click, into the browser’s own sidebar, what the person sees. */
export const site: Site = {
  name: 'LinkedIn',
  hosts: ['linkedin.com'],
  pages: [
    {
      path: /^\/in\/[^/]+/,
      kind: 'person',
      fields: {
        name: ['main h1', 'h1.top-card-layout__title', 'h1'],
        title: [
          ['main .text-body-medium.break-words', /^(.+?)(?:\s+(?:at|bei|chez|@)\s+|\s*[|·]|$)/],
          ['.top-card-layout__headline', /^(.+?)(?:\s+(?:at|bei|chez|@)\s+|\s*[|·]|$)/],
        ],
        organisation: [
          'main button[aria-label^="Current company"] span',
          '[data-section=currentPositionsDetails] a',
          ['main .text-body-medium.break-words', /\s+(?:at|bei|chez|@)\s+([^|·,]+)/],
          ['.top-card-layout__headline', /\s+(?:at|bei|chez|@)\s+([^|·,]+)/],
        ],
        address: [
          'main .text-body-small.inline.t-black--light',
          '.top-card-layout__first-subline .top-card__subline-item',
        ],
        description: ['main .text-body-medium.break-words', '.top-card-layout__headline'],
        emails: [
          '.pv-contact-info__contact-type a[href^="mailto:"]@href',
          '[role=dialog] a[href^="mailto:"]@href',
        ],
        phones: [['.pv-contact-info__contact-type.ci-phone span.t-14', /([+\d][\d ()-]{5,})/]],
        profiles: ['.pv-contact-info__contact-type a[href^="http"]@href'],
      },
    },
    {
      path: /^\/(?:company|school|showcase)\/[^/]+/,
      kind: 'company',
      fields: {
        name: ['main h1', '.top-card-layout__title', 'h1'],
        description: ['.org-top-card-summary__tagline', '[data-test-id=about-us__description]'],
        industry: ['.org-top-card-summary-info-list__info-item', '[data-test-id=about-us__industry] dd'],
        url: [
          '.org-about-module a[href^="http"]@href',
          '[data-test-id=about-us__website] dd a',
          '.org-page-details-module__card-spacing a[rel~=noopener]@href',
        ],
        address: ['[data-test-id=about-us__headquarters] dd'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on LinkedIn, after a click alone',
    url: 'https://www.linkedin.com/in/ada-byron/',
    html: '<main><h1 class="text-heading-xlarge">Ada Byron</h1><div class="text-body-medium break-words">CTO at Acme Tools | Engines</div></main>',
    sees: ['person Ada Byron <profile:https://linkedin.com/in/ada-byron>'],
    also: ['text'],
  },
];
