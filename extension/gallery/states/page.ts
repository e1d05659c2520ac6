import { from, known, stranger } from '../people.ts';
import { acmeOf, northwind, page, type Scene, scene } from '../scene.ts';
import { differing, team } from './page-people.ts';

const mailOf = (value: string, at: number) => ({
  value: { kind: 'email' as const, value },
  source: 'mailto' as const,
  confidence: 0.8,
  at,
});

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
  'page-form': () =>
    scene(() => ({
      screen: page(),
      company: northwind,
      people: [
        {
          ...stranger('Dr. Alexandra Schönfeld-Brandenburger', 'a.schoenfeld@northwind.test', {
            name: from('Dr. Alexandra Schönfeld-Brandenburger', 'json-ld'),
            title: from('Head of International Logistics and Customs', 'text'),
            phone: { ...from('+49 30 555 0199', 'text'), confidence: 0.65 },
          }),
          sighting: {
            kind: 'person',
            keys: [mailOf('a.schoenfeld@northwind.test', 4), mailOf('logistics@northwind.test', 5)],
            fields: {
              name: { ...from('Dr. Alexandra Schönfeld-Brandenburger', 'json-ld'), confidence: 0.95, at: 1 },
              title: { ...from('Head of International Logistics and Customs', 'text'), at: 2 },
              phone: { ...from('+49 30 555 0199', 'text'), confidence: 0.65, at: 3 },
            },
            others: {
              title: [{ ...from('Prokuristin', 'text'), confidence: 0.5, at: 6 }],
              phone: [
                { ...from('+49 171 555 0142', 'text'), confidence: 0.6, at: 7 },
                { ...from('+49 30 555 0100', 'text'), confidence: 0.4, at: 8 },
              ],
            },
          },
        },
      ],
    })),
  'page-team': () => scene((cast) => ({ screen: page(), company: northwind, people: team(cast) })),
  'page-pointing': () =>
    scene(() => ({ screen: page(), teaching: { stage: 'pointing' }, company: northwind })),
  'page-taught': () =>
    scene((cast) => ({
      screen: page(),
      company: northwind,
      teaching: {
        stage: 'preview',
        kind: 'person',
        host: 'northwind.test',
        found: 12,
        people: team(cast).map(({ name, sighting }) => ({
          name,
          title: sighting.fields.title?.value ?? null,
          organisation: null,
        })),
      },
    })),
  'page-vcard': () =>
    scene(() => ({
      screen: page({ cards: ['https://northwind.test/files/lena-fischer.vcf'] }),
      company: northwind,
    })),
  'page-lost': () => scene(() => ({ screen: page({ lost: ['recipe'] }), company: northwind })),
  'page-differs': () =>
    scene((cast) => ({
      screen: page({ url: 'https://acme.test/team/ada', title: 'Ada Lindqvist' }),
      company: acmeOf(cast),
      people: [differing(cast)],
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
