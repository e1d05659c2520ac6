import type { Example } from '../recogniser.ts';

export const examples: Example[] = [
  {
    shows: 'the address of a company named above it',
    html: '<p>Northwind Rail Ltd.</p><p>12 Station Road</p><p>Bath BA1 2AB</p><p>United Kingdom</p>',
    sees: ['company Northwind Rail Ltd. (12 Station Road, Bath BA1 2AB, United Kingdom)'],
  },
  {
    shows: 'an address in one line, and the country that its telephone is not',
    html: '<p>Tidewater Papier GmbH, Hauptstr. 5, 10115 Berlin, Deutschland</p>',
    sees: ['company Tidewater Papier GmbH (Hauptstr. 5, 10115 Berlin, Deutschland)'],
  },
  {
    shows: 'a Chinese address behind its label',
    html: '<p>青禾精密仪器有限公司</p><p>地址：上海市浦东新区明日大道100号20楼 邮编：200120</p>',
    sees: ['company 青禾精密仪器有限公司 (上海市浦东新区明日大道100号20楼)'],
  },
  {
    shows: 'no address in years, prices and counts',
    html: '<p>In 2019 12345 People came to 12 High Street events, 20000 Berlin fans among them.</p>',
    sees: [],
  },
  {
    shows: 'what an address has as its heading, and an office that names nobody',
    html: '<h3>Tidewater Public Library</h3><p>12 Harbour Street</p><p>Bath BA1 2AB</p><h3>Head Office</h3><p>20 Station Road</p><p>Bath BA1 3CD</p>',
    sees: ['company Tidewater Public Library (12 Harbour Street, Bath BA1 2AB)'],
  },
];
