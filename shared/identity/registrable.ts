/**
 * Second-level names under which strangers register, by country, and hosts that give each customer a label.
 * A small cut of the public suffix list (the background has all of it): enough for keys made in a page.
 */
const secondLevel: Record<string, string> = {
  ae: 'ac co gov net org',
  ar: 'com edu gob gov net org',
  at: 'ac co gv or',
  au: 'asn com edu gov id net org',
  bd: 'com edu gov net org',
  br: 'adm adv art com edu eng gov ind inf jus leg mil net org tur',
  cn: 'ac com edu gov net org',
  co: 'com edu gov net org',
  cy: 'ac com gov net org',
  ec: 'com edu fin gob gov net org',
  eg: 'com edu gov net org',
  es: 'com edu gob nom org',
  fr: 'asso com gouv nom',
  gr: 'com edu gov net org',
  hk: 'com edu gov idv net org',
  hu: 'co org',
  id: 'ac biz co go my net or sch web',
  il: 'ac co gov k12 muni net org',
  in: 'ac co edu firm gen gov ind net nic org res',
  it: 'edu gov',
  jp: 'ac ad co ed go gr lg ne or',
  ke: 'ac co go ne or sc',
  kr: 'ac co go ne or pe re',
  lk: 'com edu gov net org',
  mo: 'com edu gov net org',
  mx: 'com edu gob net org',
  my: 'com edu gov mil name net org',
  ng: 'com edu gov net org',
  nz: 'ac co geek gen govt maori net org school',
  pe: 'com edu gob net nom org',
  ph: 'com edu gov net ngo org',
  pk: 'com edu gob gov net org',
  pl: 'com edu gov info net org waw',
  pt: 'com edu gov org',
  ru: 'ac com edu gov msk net org spb',
  sa: 'com edu gov med net org sch',
  sg: 'com edu gov net org per',
  th: 'ac co go in mi net or',
  tr: 'av bel biz com edu gen gov info k12 name net org web',
  tw: 'club com ebiz edu game gov idv net org',
  ua: 'com edu gov in kiev kyiv net org',
  uk: 'ac co gov ltd me net nhs org plc police sch',
  uy: 'com edu gub net org',
  ve: 'co com edu gob info net org web',
  vn: 'com edu gov net org',
  za: 'ac co edu gov law net nom org school web',
};

const sharedHosts = new Set(
  (
    'appspot.com azurewebsites.net blogspot.com bitbucket.io cloudfront.net firebaseapp.com fly.dev github.io gitlab.io ' +
    'glitch.me herokuapp.com myshopify.com netlify.app ngrok.io onrender.com pages.dev readthedocs.io ' +
    'substack.com surge.sh tumblr.com vercel.app web.app webflow.io weebly.com wixsite.com wordpress.com ' +
    'workers.dev'
  ).split(' '),
);

const secondLevelSets = new Map(
  Object.entries(secondLevel).map(([country, names]) => [country, new Set(names.split(' '))]),
);

/** The name that somebody registered, e.g. `acme.co.uk` of `mail.acme.co.uk`; null for a bare suffix. */
export function registrableOf(host: string): string | null {
  const labels = host.split('.');
  const [top = '', second = ''] = [labels[labels.length - 1], labels[labels.length - 2]];
  const isLong = secondLevelSets.get(top)?.has(second) || sharedHosts.has(`${second}.${top}`);
  const size = isLong ? 3 : 2;
  return labels.length >= size ? labels.slice(-size).join('.') : null;
}
