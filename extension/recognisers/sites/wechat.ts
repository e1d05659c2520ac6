import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: '微信公众号',
  hosts: ['mp.weixin.qq.com'],
  pages: [
    {
      path: /^\/s(?:\/|$)/,
      kind: 'company',
      fields: {
        name: ['[id=js_name]', '.profile_nickname'],
        description: ['[id=js_profile_desc]', '.profile_meta_value'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: '微信公众号 that published an article',
    url: 'https://mp.weixin.qq.com/s/abc',
    html: '<a id="js_name" href="javascript:void(0);"> 青河科技 </a><h1 id="activity-name">新品发布</h1>',
    sees: ['company 青河科技'],
    also: ['text'],
  },
];
