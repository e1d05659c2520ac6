import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: '微博',
  hosts: ['weibo.com', 'weibo.cn'],
  pages: [
    {
      path: /^\/(?:u\/\d+|n\/[^/]+|[\w]{4,})\/?$/,
      kind: 'person',
      where: '[class*="ProfileHeader_name"]',
      fields: {
        name: ['[class*="ProfileHeader_name"]'],
        description: ['[class*="ProfileHeader_descText"]'],
        organisation: [['[class*="ProfileHeader_box"]', /公司[:：\s]*(\S{2,40})/]],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: '微博 somebody',
    url: 'https://weibo.com/u/1234567890',
    html: '<div class="ProfileHeader_name_1KbBs">王小明</div><div class="ProfileHeader_descText_3AF1s">青河科技销售总监</div>',
    sees: ['person 王小明 <profile:https://weibo.com/u/1234567890>'],
    also: ['text'],
  },
];
