import type { Noun, Rows } from '../../shared/domain/rows.ts';
import {
  company,
  contact,
  daysAgo,
  deal,
  email,
  inDays,
  interaction,
  makeStages,
  member,
  ownField,
  task,
  today,
} from './rows.ts';

export type World = { [N in Noun]: Rows[N][] };

/** A small workspace in three languages, the one that every state is drawn from. */
export function makeWorld() {
  const me = member('You');
  const mia = member('Mia');
  const stages = makeStages(['Qualify', 'Proposal', 'Negotiation', 'Contract']);
  const [qualify, proposal, negotiation] = stages as [
    (typeof stages)[0],
    (typeof stages)[0],
    (typeof stages)[0],
  ];
  const acme = company('ACME GmbH', {
    domains: ['acme.test'],
    industry: 'Machine tools',
    city: 'Stuttgart',
    country: 'Germany',
    website: 'https://acme.test',
  });
  const lanhai = company('蓝海科技有限公司', { domains: ['lanhai.test'], industry: '软件', city: '上海' });
  const qingyun = company('青雲物流股份有限公司', { domains: ['qingyun.test'], city: '臺北' });

  const ada = contact('Ada Lindqvist', {
    title: 'Chief Technology Officer',
    companyId: acme.id,
    ownerId: mia.id,
    phone: '+49 711 555 0142',
    address: 'Werkstraße 12\n70565 Stuttgart',
    keys: [email('ada@acme.test'), email('ada.lindqvist@acme.test', 'signature')],
    own: { seats: 240, renewal: inDays(40), tier: 'Gold' },
  });
  const bob = contact('Bob Marsh', {
    title: 'Purchasing',
    companyId: acme.id,
    lifeCycle: 'qualified',
    keys: [email('bob@acme.test')],
  });
  const eve = contact('Eve Ortega', { title: 'Finance', companyId: acme.id, keys: [email('eve@acme.test')] });
  const chen = contact('陈晓明', {
    title: '采购总监',
    companyId: lanhai.id,
    lifeCycle: 'lead',
    phone: '+86 21 5555 0188',
    keys: [email('xiaoming.chen@lanhai.test')],
  });
  const lin = contact('林怡君', {
    title: '營運副總經理',
    companyId: qingyun.id,
    lifeCycle: 'partner',
    keys: [email('yijun.lin@qingyun.test')],
  });
  const renewal = deal('ACME renewal', negotiation, {
    amountMinor: 2_400_000,
    currency: 'EUR',
    expectedClose: inDays(9),
    companyId: acme.id,
    contactIds: [ada.id, bob.id],
    need: 'A second site, and one invoice for both.',
  });
  const pilot = deal('Pilot plant Ulm', qualify, {
    amountMinor: 850_000,
    currency: 'EUR',
    expectedClose: inDays(-3),
    companyId: acme.id,
    contactIds: [bob.id],
  });
  const lost = deal('Training 2025', proposal, {
    amountMinor: 300_000,
    currency: 'EUR',
    state: 'lost',
    closedAt: daysAgo(120),
    lostReason: 'Price',
    competitor: 'Contoso',
    contactIds: [ada.id],
    companyId: acme.id,
  });
  const cloud = deal('云平台升级', proposal, {
    amountMinor: 38_000_000,
    currency: 'CNY',
    expectedClose: inDays(25),
    companyId: lanhai.id,
    contactIds: [chen.id],
    need: '需要支持多地部署，并在年底前上线。',
  });
  const fleet = deal('車隊管理系統導入', negotiation, {
    amountMinor: 120_000_000,
    currency: 'TWD',
    expectedClose: inDays(1),
    companyId: qingyun.id,
    contactIds: [lin.id],
  });
  const mail = (at: number, subject: string, body: string, more = {}) =>
    interaction('email', at, {
      direction: 'in',
      channel: 'gmail',
      subject,
      body,
      bodyState: 'read',
      link: 'https://mail.google.com/mail/u/0/#all/18c',
      contactIds: [ada.id],
      loggedBy: mia.id,
      ...more,
    });
  const world: World = {
    member: [me, mia],
    pipeline: [],
    relation: [],
    view: [],
    import: [],
    recipe: [],
    exclusion: [],
    distinction: [],
    merge: [],
    logRule: [],
    template: [],
    file: [],
    stage: stages,
    ownField: [
      ownField('tier', 'Tier', 'choice', ['Gold', 'Silver', 'Bronze']),
      ownField('seats', 'Seats', 'number'),
      ownField('renewal', 'Renewal', 'date'),
    ],
    company: [acme, lanhai, qingyun],
    contact: [ada, bob, eve, chen, lin],
    deal: [renewal, pilot, lost, cloud, fleet],
    task: [
      task('Send the revised offer', inDays(2), { contactId: ada.id, dealId: renewal.id }),
      task('Ask legal about the second site', inDays(-1), { contactId: ada.id }),
      task('寄出合約草案', today, { contactId: lin.id, dealId: fleet.id }),
      task('确认部署时间表', inDays(4), { contactId: chen.id, dealId: cloud.id }),
    ],
    interaction: [
      mail(
        daysAgo(12, 16),
        'Re: Renewal and the second site',
        'Hi Mia,\n\nthe board is fine with three years if the second site is included. Could you send a revised offer by Friday?\n\nBest\nAda',
        { dealId: renewal.id },
      ),
      interaction('call', daysAgo(14, 11), {
        direction: 'out',
        outcome: 'Reached',
        durationS: 840,
        contactIds: [ada.id],
        loggedBy: me.id,
        dealId: renewal.id,
      }),
      interaction('note', daysAgo(14, 12), {
        body: 'Budget is approved for Q1. She wants one invoice for both sites.',
        contactIds: [ada.id],
        loggedBy: me.id,
      }),
      mail(daysAgo(33, 9), 'Renewal', 'Hello Ada,\n\nyour contract ends in March. Shall we talk?', {
        direction: 'out',
        loggedBy: me.id,
        bodyState: 'subject-only',
        body: null,
      }),
      interaction('meeting', daysAgo(61, 14), {
        subject: 'Site visit Stuttgart',
        body: 'Saw both lines running.',
        contactIds: [ada.id],
        loggedBy: mia.id,
      }),
      interaction('visit', daysAgo(62, 9), {
        subject: 'ACME opens a plant in Ulm',
        link: 'https://acme.test/news/ulm',
        contactIds: [ada.id],
        loggedBy: mia.id,
      }),
      interaction('email', daysAgo(3, 15), {
        direction: 'in',
        subject: '关于云平台升级的报价',
        body: '您好，\n\n请在报价中加入两地部署的费用，我们希望本月内确定方案。\n\n陈晓明',
        bodyState: 'read',
        contactIds: [chen.id],
        dealId: cloud.id,
        loggedBy: me.id,
      }),
      interaction('call', daysAgo(5, 10), {
        direction: 'out',
        outcome: '已接通',
        durationS: 420,
        contactIds: [chen.id],
        loggedBy: mia.id,
      }),
      interaction('note', daysAgo(1, 17), {
        body: '董事會下週討論，先準備導入時程。',
        contactIds: [lin.id],
        loggedBy: me.id,
      }),
    ],
  };
  return {
    world,
    me,
    mia,
    acme,
    lanhai,
    qingyun,
    ada,
    bob,
    eve,
    chen,
    lin,
    renewal,
    pilot,
    cloud,
    fleet,
    stages,
  };
}
export type Cast = ReturnType<typeof makeWorld>;
