import type { PairReason, PairRow } from '../../messages/pairs.ts';
import { colleague, known, stranger } from '../people.ts';
import { daysAgo, email as emailOf, id, contact as makeContact } from '../rows.ts';
import { acmeOf, message, type Scene, scene, targetOf, thread, toRenewal, withLog } from '../scene.ts';

/** People in the CRM, and what is known of them. */
export const knownStates: Record<string, () => Scene> = {
  known: withLog({ state: 'none', why: null }),
  'known-twice': () => {
    let row: PairRow | null = null;
    const made = scene((cast) => {
      const again = makeContact('A. Lindqvist', {
        ...{ title: 'CTO', companyId: cast.acme.id, phone: '+49 711 555 0142' },
        keys: [emailOf('a.lindqvist@acme.test')],
      });
      cast.world.contact.push(again);
      const [a, b] = cast.ada.id < again.id ? [cast.ada, again] : [again, cast.ada];
      const reason: PairReason = {
        ...{ field: 'phone', level: 'same', weight: 9, a: '+49 711 555 0142', b: '+49 711 555 0142' },
      };
      row = {
        ...{ a: a.id, b: b.id, nameA: a.name, nameB: b.name, probability: 0.97, weight: 12 },
        reasons: [reason],
      };
      return { screen: thread(targetOf([cast.ada])), people: [known(cast.ada)] };
    });
    return {
      ...made,
      answers: {
        pairs: ({ of }) => ({
          state: { scanned: 10, of: 10, running: false },
          total: 1,
          rows: row && (of === row.a || of === row.b) ? [row] : [],
        }),
      },
    };
  },
  'known-zh-hans': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.chen], {
          deals: [{ id: cast.cloud.id, title: cast.cloud.title }],
          open: [{ id: cast.cloud.id, title: cast.cloud.title }],
          basis: 'only-deal',
        }),
        [message()],
        '关于云平台升级的报价',
      ),
      people: [known(cast.chen)],
    })),
  'known-zh-hant': () =>
    scene((cast) => ({
      screen: thread(
        targetOf([cast.lin], {
          deals: [{ id: cast.fleet.id, title: cast.fleet.title }],
          open: [{ id: cast.fleet.id, title: cast.fleet.title }],
          basis: 'thread',
        }),
        [message()],
        '車隊管理系統',
      ),
      people: [known(cast.lin)],
    })),
  'people-several': () =>
    scene((cast) => ({
      screen: thread({ ...toRenewal(cast, [cast.ada, cast.bob, cast.eve]), unknown: 1 }, [
        message(),
        message(),
        message(),
      ]),
      people: [
        known(cast.ada),
        known(cast.bob),
        known(cast.eve),
        stranger('Nora Quist', 'nora@quist.test'),
        colleague('Mia'),
        colleague('Tom'),
      ],
    })),
  'long-names': () =>
    scene((cast) => {
      Object.assign(cast.acme, {
        name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG',
      });
      Object.assign(cast.ada, {
        name: 'Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
        title: 'Senior Executive Vice President for International Regulatory Relations and Special Projects',
      });
      Object.assign(cast.renewal, {
        title:
          'Framework agreement on the renewal of all maintenance contracts for the sites in Ulm and Stuttgart',
        amountMinor: 123_456_789_012,
      });
      return {
        screen: thread(toRenewal(cast, [cast.ada, cast.bob])),
        people: [known(cast.ada), known(cast.bob)],
      };
    }),
  markup: () =>
    scene((cast) => {
      Object.assign(cast.ada, {
        name: '<img src=x onerror=alert(1)> Ada',
        title: '</script><b>CTO</b>',
        own: { tier: '{{7*7}}' },
      });
      Object.assign(cast.renewal, { title: '"><svg onload=alert(1)>' });
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'no-deals': () =>
    scene((cast) => ({
      screen: thread(targetOf([cast.eve])),
      people: [known(cast.eve)],
      company: acmeOf(cast),
    })),
  'many-deals': () =>
    scene((cast) => {
      for (let i = 1; i <= 7; i++) {
        cast.world.deal.push({ ...cast.pilot, id: id(), title: `Site ${i}`, contactIds: [cast.ada.id] });
      }
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'lead-fresh': () =>
    scene((cast) => {
      const fresh = makeContact('Nora Quist', {
        lifeCycle: 'lead',
        keys: [emailOf('nora@quist.test')],
        createdAt: daysAgo(0),
      });
      cast.world.contact.push(fresh);
      return { screen: thread(targetOf([fresh])), people: [known(fresh)] };
    }),
  'next-step': () =>
    scene((cast) => {
      cast.world.task = cast.world.task.filter((task) => task.title.startsWith('Send'));
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'no-next-step': () =>
    scene((cast) => {
      cast.world.task = [];
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
};
