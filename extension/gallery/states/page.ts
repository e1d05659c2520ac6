import { from, known, stranger } from '../people.ts';
import { acmeOf, northwind, page, type Scene, scene } from '../scene.ts';

/** What a web page shows. */
export const pageStates: Record<string, () => Scene> = {
  'page-one': () =>
    scene(() => ({
      screen: page(),
      company: northwind,
      people: [
        stranger('Lena Fischer', 'lena@northwind.test', {
          name: from('Lena Fischer', 'json-ld'),
          title: from('Managing Director', 'json-ld'),
          phone: from('+49 30 555 0199', 'json-ld'),
        }),
      ],
    })),
  'page-many': () =>
    scene(() => ({
      screen: page(),
      company: northwind,
      people: [
        stranger('Lena Fischer', 'lena@northwind.test', { title: from('Managing Director', 'json-ld') }),
        stranger('张伟', 'wei.zhang@northwind.test', { title: from('销售经理', 'json-ld') }),
        stranger('Karim Haddad', null, { title: from('Head of Logistics', 'json-ld') }),
        stranger('黃淑芬', 'shufen@northwind.test', { title: from('客服主任', 'mailto') }),
      ],
    })),
  'page-company': () =>
    scene((cast) => ({
      screen: page({ url: 'https://acme.test/', title: 'ACME: machine tools' }),
      company: acmeOf(cast),
    })),
  'page-known': () =>
    scene((cast) => ({
      screen: page({ url: 'https://acme.test/team/ada', title: 'Ada Lindqvist' }),
      company: acmeOf(cast),
      people: [known(cast.ada)],
    })),
  'page-left-alone': () =>
    scene(() => ({
      screen: page({
        ...{ url: 'https://mybank.test/', title: 'My bank', readable: false },
        refusal: { why: 'default', kind: 'money', value: 'mybank.test' },
      }),
    })),
  'page-left-alone-by-team': () =>
    scene(() => ({
      screen: page({
        ...{ url: 'https://rival.test/', title: 'Rival', readable: false },
        refusal: { why: 'rule', id: 'r', subject: 'site', value: 'rival.test', team: true, note: null },
      }),
    })),
  'page-unreadable': () =>
    scene(() => ({
      screen: page({ url: 'https://files.test/offer.pdf', title: 'offer.pdf', readable: false }),
    })),
};
