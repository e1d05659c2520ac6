/** Pages of people who do not exist, in mark-up of many kinds, with who and what is on them. Written for this project. */
export type PageCase = {
  shows: string;
  url: string;
  html: string;
  people: { name: string; title?: string }[];
  orgs: string[];
  phones: string[];
  emails: string[];
};

const page = (title: string, body: string, lang = 'en', head = '') =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;

const team = [
  ['Amelia Hartwell', 'Chief Executive Officer'],
  ['Tomas Lindgren', 'Chief Technology Officer'],
  ['Priya Raman', 'Head of Product'],
  ['Diego Fuentes', 'Sales Director'],
  ['Hannah Osei', 'Customer Success Manager'],
  ['Marek Novotny', 'Senior Software Engineer'],
  ['Chloe Dubois', 'Marketing Manager'],
  ['Ibrahim Saleh', 'Finance Director'],
  ['Yuki Tanaka', 'Product Designer'],
  ['Oliver Brandt', 'Legal Counsel'],
  ['Nadia Petrova', 'Data Scientist'],
  ['Samuel Okafor', 'Operations Manager'],
] as const;

export const pages: PageCase[] = [
  {
    shows: 'a team of twelve in cards without mark-up',
    url: 'https://www.larkfield.example/team',
    html: page(
      'Team | Larkfield Instruments',
      `<header><a href="/">Larkfield Instruments</a><nav><a href="/products">Products</a><a href="/team">Team</a></nav></header>
<main><h1>Meet our team</h1><p>We build sensors that farmers trust.</p><div class="grid">${team
        .map(
          ([name, title]) =>
            `<div class="card"><img alt="${name}" src="x.jpg"><h3>${name}</h3><p>${title}</p></div>`,
        )
        .join('')}</div></main>
<footer>© 2026 Larkfield Instruments Ltd. <a href="tel:+442079460101">020 7946 0101</a> <a href="mailto:hello@larkfield.example">hello@larkfield.example</a></footer>`,
    ),
    people: team.map(([name, title]) => ({ name, title })),
    orgs: ['Larkfield Instruments', 'Larkfield Instruments Ltd'],
    phones: ['+442079460101'],
    emails: ['hello@larkfield.example'],
  },
  {
    shows: 'an imprint as German law asks for it',
    url: 'https://www.moebel-steinhagen.example/impressum',
    html: page(
      'Impressum – Möbelwerk Steinhagen GmbH',
      `<h1>Impressum</h1><p>Möbelwerk Steinhagen GmbH<br>Lindenallee 14<br>33803 Steinhagen</p>
<p>Geschäftsführerin: Dr. Katharina Wessel</p><p>Telefon: +49 5204 555 120<br>Telefax: +49 5204 555 129<br>E-Mail: info@moebel-steinhagen.example</p>
<p>Registergericht: Amtsgericht Gütersloh, HRB 12345</p>`,
      'de',
    ),
    people: [{ name: 'Katharina Wessel', title: 'Geschäftsführerin' }],
    orgs: ['Möbelwerk Steinhagen GmbH'],
    phones: ['+495204555120', '+495204555129'],
    emails: ['info@moebel-steinhagen.example'],
  },
  {
    shows: 'a contact page in Chinese',
    url: 'https://www.yunhe-tech.example/contact',
    html: page(
      '联系我们 - 云合科技',
      `<h1>联系我们</h1><div><h3>李晓雯</h3><p>市场总监</p><p>手机：138 0013 8000</p><p>邮箱：li.xiaowen@yunhe-tech.example</p></div>
<div><h3>欧阳明</h3><p>技术支持经理</p><p>电话：010-6552 9988</p></div><footer>© 2026 云合科技有限公司 版权所有</footer>`,
      'zh-CN',
    ),
    people: [
      { name: '李晓雯', title: '市场总监' },
      { name: '欧阳明', title: '技术支持经理' },
    ],
    orgs: ['云合科技有限公司'],
    phones: ['+8613800138000', '+861065529988'],
    emails: ['li.xiaowen@yunhe-tech.example'],
  },
  {
    shows: 'the same person in JSON-LD and in text is one',
    url: 'https://www.fernhill.example/about',
    html: page(
      'About Fernhill Dental',
      `<h1>About us</h1><h2>Dr. Ruth Callahan</h2><p>Principal Dentist</p><p>Call (415) 555-0132 or write to ruth@fernhill.example.</p>`,
      'en-US',
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dentist","name":"Fernhill Dental","telephone":"+1 415-555-0132","employee":{"@type":"Person","name":"Ruth Callahan","jobTitle":"Principal Dentist","email":"ruth@fernhill.example"}}</script>`,
    ),
    people: [{ name: 'Ruth Callahan', title: 'Principal Dentist' }],
    orgs: ['Fernhill Dental'],
    phones: ['+14155550132'],
    emails: ['ruth@fernhill.example'],
  },
  {
    shows: 'a staff table, with addresses written against harvesters',
    url: 'https://library.westmere.example/staff',
    html: page(
      'Staff - Westmere Public Library',
      `<h1>Staff</h1><table><tr><th>Name</th><th>Position</th><th>Phone</th><th>E-mail</th></tr>
<tr><td>Joan Petersen</td><td>Head Librarian</td><td>(312) 555-0171</td><td>jpetersen (at) westmere (dot) example</td></tr>
<tr><td>Luis Ortega</td><td>Archivist</td><td>(312) 555-0172</td><td>lortega [at] westmere [dot] example</td></tr></table>`,
      'en-US',
    ),
    people: [
      { name: 'Joan Petersen', title: 'Head Librarian' },
      { name: 'Luis Ortega', title: 'Archivist' },
    ],
    orgs: ['Westmere Public Library'],
    phones: ['+13125550171', '+13125550172'],
    emails: ['jpetersen@westmere.example', 'lortega@westmere.example'],
  },
  {
    shows: 'an h-card with its company',
    url: 'https://nils.example/',
    html: page(
      'Nils Aagaard',
      `<div class="h-card"><a class="p-name u-url" href="https://nils.example/">Nils Aagaard</a>, <span class="p-job-title">Architect</span> at <span class="p-org">Fjordstudio ApS</span>, <a class="u-email" href="mailto:nils@fjordstudio.example">mail</a></div>`,
    ),
    people: [{ name: 'Nils Aagaard', title: 'Architect' }],
    orgs: ['Fjordstudio ApS'],
    phones: [],
    emails: ['nils@fjordstudio.example'],
  },
  {
    shows: 'a shop: nobody, and prices and dates that are no numbers to call',
    url: 'https://shop.example/lamp',
    html: page(
      'Desk lamp Aurora',
      `<nav><a>Home</a><a>Lighting</a><a>New Arrivals</a></nav><h1>Desk Lamp Aurora</h1><p>Order no. 4471-2231-88, in stock since 2024-05-12.</p><p>1,299.00 EUR</p><h2>Summer Sale</h2><p>Free Shipping on all orders.</p>`,
    ),
    people: [],
    orgs: [],
    phones: [],
    emails: [],
  },
  {
    shows: 'a page that lies: mark-up and turned letters in names',
    url: 'https://trick.example/',
    html: page(
      'Trick',
      `<div class="vcard"><span class="fn">&lt;b&gt;Eve&lt;/b&gt; \u202egnaL\u202c</span></div><p>Ad\u200bmin\u200bistrator</p>`,
    ),
    people: [],
    orgs: [],
    phones: [],
    emails: [],
  },
];
