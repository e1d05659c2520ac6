import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Telegram',
  hosts: ['t.me', 'telegram.me'],
  pages: [
    {
      path: /^\/(?:s\/)?\w{4,32}\/?$/,
      kind: 'person',
      where: '.tgme_page_title',
      fields: {
        name: ['.tgme_page_title span', '.tgme_page_title', '.tgme_channel_info_header_title'],
        description: ['.tgme_page_description'],
        emails: [['.tgme_page_description', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/]],
        profiles: ['.tgme_page_description a[href^="http"]@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'somebody on Telegram',
    url: 'https://t.me/ada_byron',
    html: '<div class="tgme_page_title"><span dir="auto">Ada Byron</span></div><div class="tgme_page_extra">@ada_byron</div><div class="tgme_page_description">Engines. ada@acme.example</div>',
    sees: ['person Ada Byron <email:ada@acme.example profile:https://t.me/ada_byron>'],
    also: ['text'],
  },
];
