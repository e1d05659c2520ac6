import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Google Contacts',
  hosts: ['contacts.google.com'],
  pages: [
    {
      path: /^\/(?:u\/\d+\/)?person\/[\w-]+/,
      kind: 'person',
      where: 'main,[role=main]',
      fields: {
        name: ['[role=main] h1', 'main h1'],
        title: [
          ['[role=main] h1 ~ div', /^([^,·@]+?)\s*[,·]/],
          ['main h1 ~ div', /^([^,·@]+?)\s*[,·]/],
        ],
        organisation: [
          ['[role=main] h1 ~ div', /^[^,·@]+?\s*[,·]\s*([^@]+)$/],
          ['main h1 ~ div', /^[^,·@]+?\s*[,·]\s*([^@]+)$/],
        ],
        emails: ['[role=main] a[href^="mailto:"]@href', 'main a[href^="mailto:"]@href'],
        phones: ['[role=main] a[href^="tel:"]@href', 'main a[href^="tel:"]@href'],
        address: ['[role=main] a[href*="/maps/"]', 'main a[href*="/maps/"]'],
      },
    },
    {
      path: /^\/(?:u\/\d+\/?)?(?:search\/.*|label\/.*|frequent|directory|other)?$/,
      kind: 'person',
      each: '[role=row]',
      fields: {
        name: ['[role=gridcell]:nth-of-type(1)', '[role=rowheader]'],
        emails: [['[role=gridcell]:nth-of-type(2)', /(\S+@\S+)/]],
        phones: [['[role=gridcell]:nth-of-type(3)', /([+\d][\d ()-]{5,})/]],
        title: [['[role=gridcell]:nth-of-type(4)', /^([^,]+)/]],
        organisation: [['[role=gridcell]:nth-of-type(4)', /,\s*(.+)$/]],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'somebody in Google Contacts',
    url: 'https://contacts.google.com/person/c123',
    html: '<div role="main"><h1>Ada Byron</h1><div>CTO, Acme Tools</div><a href="mailto:ada@acme.example">ada@acme.example</a><a href="tel:+442079460018">+44 20 7946 0018</a></div>',
    sees: ['person Ada Byron <email:ada@acme.example phone:+442079460018>'],
    also: ['mailto', 'tel', 'text'],
  },
  {
    shows: 'a list in Google Contacts',
    url: 'https://contacts.google.com/',
    html: '<div role="grid"><div role="row"><div role="gridcell">Ada Byron</div><div role="gridcell">ada@acme.example</div><div role="gridcell">+44 20 7946 0018</div><div role="gridcell">CTO, Acme Tools</div></div><div role="row"><div role="gridcell">王小明</div><div role="gridcell">wang@qinghe.example</div></div></div>',
    sees: [
      'person Ada Byron <email:ada@acme.example phone:+442079460018>',
      'person 王小明 <email:wang@qinghe.example>',
    ],
    also: ['text'],
  },
];
