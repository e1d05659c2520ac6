const firstNames = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Lin', 'Mei', 'Jun', '陈', '林'];
const lastNames = [
  'Lovelace',
  'Hopper',
  'Turing',
  'Dijkstra',
  'Liskov',
  'Wei',
  'Chen',
  'Müller',
  '明',
  '小红',
];
const titles = ['Buyer', 'Head of Sales', 'CTO', 'Owner', 'Assistant', '采购经理'];
const cities = ['Berlin', 'Lyon', 'Taipei', 'Shenzhen', 'Leeds', 'Graz'];

/** A spreadsheet as a product exports it: ten people a company, everything that such a file usually says. */
export function peopleCsv(rows: number): string {
  const lines = [
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Company Domain Name,City,Lifecycle Stage',
  ];
  for (let i = 0; i < rows; i++) {
    const firm = Math.floor(i / 10);
    const pick = (list: string[], step: number) => list[Math.floor(i / step) % list.length] as string;
    lines.push(
      [
        ...[
          5_000 + i,
          pick(firstNames, 1),
          `${pick(lastNames, 10)} ${i}`,
          `person${i}@firm${firm}-example.com`,
        ],
        ...[`+49 30 ${1_000_000 + i}`, pick(titles, 3), `Firm ${firm} GmbH`, `firm${firm}-example.com`],
        ...[pick(cities, 7), i % 3 === 0 ? 'customer' : 'lead'],
      ].join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
