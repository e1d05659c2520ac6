import type { Example } from '../recogniser.ts';

/** People in plain text, for persons.ts and owner.ts. */
export const examples: Example[] = [
  {
    shows: 'a name, a title and an address cut by a tag',
    html: '<h3>Ada Byron</h3><p>Head of Analysis</p><p><b>ada</b>@acme.example</p>',
    sees: ['person Ada Byron <email:ada@acme.example>'],
  },
  {
    shows: 'cards, each with its own facts, also of people with rare names and titles',
    html: `<ul>
      <li><h3><a href="/team/ada">Ada Byron</a></h3><p>Analyst</p><p>ada@acme.example</p><a href="https://www.linkedin.com/in/adabyron">in</a></li>
      <li><h3>Quillon Zarvas</h3><p>Keeper of Engines</p><p>+44 20 7946 0018</p></li>
      <li><h3>Grace Hopper</h3><p>Programmer</p><p>grace@acme.example</p><p>+44 20 7946 0021</p></li></ul>`,
    sees: [
      'person Ada Byron <email:ada@acme.example profile:https://linkedin.com/in/adabyron>',
      'person Quillon Zarvas <phone:+442079460018>',
      'person Grace Hopper <email:grace@acme.example phone:+442079460021>',
    ],
  },
  {
    shows: 'a function before names, and no product with a name in it',
    html: '<p>Geschäftsführer: Dr. Konrad Zuse, Ada Byron</p><p>Austin Radiators</p><p>Radiators by Austin are the warmest radiators.</p><p>12 Charles Street</p>',
    sees: ['person Konrad Zuse', 'person Ada Byron'],
  },
  {
    shows: 'somebody in a sentence, by what they do',
    html: '<p>Our company was founded in 1975 by a group of friends. Margaret Hamilton leads the team since then.</p>',
    sees: ['person Margaret Hamilton'],
  },
  {
    shows: 'who wrote a review, by the dash and the place',
    html: '<p>They did a wonderful job, and on time.</p><p>- Jane Doe, Springfield, IL</p>',
    sees: ['person Jane Doe'],
  },
  {
    shows: 'a name without its degrees, with its generation',
    html: '<p>Keith Harris, M.D.</p><p>Surgeon</p><p>John Murray, Jr.</p><p>Chairman</p>',
    sees: ['person Keith Harris', 'person John Murray, Jr.'],
  },
  {
    shows: 'a Chinese name with its title',
    html: '<p>王小明</p><p>销售总监</p>',
    sees: ['person 王小明'],
  },
  {
    shows: 'a Chinese name above the address that spells it in Latin letters',
    html: '<h2>陈伟</h2><p>技术总监</p><p>chen.wei@qinghe.example</p>',
    sees: ['person 陈伟 <email:chen.wei@qinghe.example>'],
  },
  {
    shows: 'whom to ask, by the label; words of a menu that begin like family names are none',
    html: '<ul><li>关于</li><li>安全</li><li>方案</li></ul><p>联系人：李小龙</p>',
    sees: ['person 李小龙'],
  },
  {
    shows: 'a Japanese name behind its title',
    html: '<p>代表取締役社長　山田 太郎</p>',
    sees: ['person 山田 太郎'],
  },
  {
    shows: 'a Korean name behind its label',
    html: '<p>대표이사: 홍길동 | 개인정보보호책임자: 김영희</p>',
    sees: ['person 홍길동', 'person 김영희'],
  },
  {
    shows: 'a Russian name, the family name first',
    html: '<p>Генеральный директор: Иванов Сергей Петрович</p>',
    sees: ['person Иванов Сергей Петрович'],
  },
  {
    shows: 'a Vietnamese name, the family name first',
    html: '<h3>Trần Thị Mai</h3><p>Giám đốc</p>',
    sees: ['person Trần Thị Mai'],
  },
  {
    shows: 'titles of many languages',
    html: `<h3>Marie Dubois</h3><p>Directrice générale</p><h3>Javier García</h3><p>Jefe de ventas</p><h3>Giulia Rossi</h3><p>Responsabile acquisti</p>
      <h3>Anna Kowalska</h3><p>Kierownik działu</p><h3>Jan de Vries</h3><p>Verkoopleider</p><h3>Åsa Lindqvist</h3><p>Försäljningschef</p><h3>Ayşe Yılmaz</h3><p>Satış müdürü</p>`,
    sees: [
      'person Marie Dubois',
      'person Javier García',
      'person Giulia Rossi',
      'person Anna Kowalska',
      'person Jan de Vries',
      'person Åsa Lindqvist',
      'person Ayşe Yılmaz',
    ],
  },
];
