import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: '脉脉',
  hosts: ['maimai.cn'],
  pages: [
    {
      path: /^\/(?:u\/|contact\/detail\/|profile\/detail)/,
      kind: 'person',
      fields: {
        name: ['[class*="UserInfo_name"]', '.info-name', '[class*=info-name]'],
        title: [
          ['[class*="UserInfo_job"]', /\s(\S+)$/],
          ['.info-title', /\s(\S+)$/],
        ],
        organisation: [
          ['[class*="UserInfo_job"]', /^(\S+)/],
          ['.info-title', /^(\S+)/],
        ],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: '脉脉 somebody',
    url: 'https://maimai.cn/profile/detail?dstu=1',
    html: '<div class="info-name">王小明</div><div class="info-title">青河科技 销售总监</div>',
    sees: ['person 王小明'],
    also: ['text'],
  },
];
