import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: '知乎',
  hosts: ['zhihu.com'],
  pages: [
    {
      path: /^\/people\/[^/]+/,
      kind: 'person',
      fields: {
        name: ['.ProfileHeader-name'],
        description: ['.ProfileHeader-headline'],
        organisation: [['.ProfileHeader-infoItem', /^([^\s·]{2,30})(?:[\s·]|$)/]],
      },
    },
    {
      path: /^\/org\/[^/]+/,
      kind: 'company',
      fields: {
        name: ['.ProfileHeader-name'],
        description: ['.ProfileHeader-headline'],
        industry: ['.ProfileHeader-infoItem'],
      },
    },
    {
      path: /^\/p\/\d+/,
      kind: 'person',
      own: '.AuthorInfo a.UserLink-link@href',
      fields: {
        name: ['.AuthorInfo .UserLink-link', '.AuthorInfo-name'],
        description: ['.AuthorInfo-badgeText'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: '知乎 somebody',
    url: 'https://www.zhihu.com/people/wang-xiao-ming',
    html: '<h1 class="ProfileHeader-title"><span class="ProfileHeader-name">王小明</span><span class="ztext ProfileHeader-headline">做销售的</span></h1><div class="ProfileHeader-infoItem">青河科技 销售总监</div>',
    sees: ['person 王小明 <profile:https://zhihu.com/people/wang-xiao-ming>'],
    also: ['text'],
  },
];
