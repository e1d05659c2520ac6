import type { MailWords } from '../words.ts';

/** Hungarian. */
export const hu: MailWords = {
  from: 'feladó|küldő',
  date: 'elküldve|dátum|küldve|időpont',
  to: 'címzett',
  cc: 'másolat|titkos másolat|válaszcím',
  subject: 'tárgy',
  wrote: 'írta|ezt írta|írt|írja',
  original:
    'eredeti üzenet|eredeti levél|továbbított (?:üzenet|levél)|az eredeti üzenet|továbbított üzenet kezdete',
  device: 'az én .{1,30} küldve|küldve|elküldve az én|iphone-ról küldve|az outlook',
  footer: 'leiratkozás',
  signOffs:
    '(?:szívélyes |baráti )?üdvözlettel|üdv|üdvözlöm|köszönettel|köszönöm|tisztelettel|üdvözlet|minden jót',
  greetings: 'kedves|tisztelt|szia|sziasztok|jó (?:napot|reggelt)|helló',
  phone: 'telefon|tel|mobil|iroda',
  fax: 'fax',
  mail: 'e-?mail',
  web: 'web|honlap',
  address: 'cím|székhely',
  leave: 'leiratkoz|hírlevélről|megtekintés böngészőben|azért kapta',
  machine: 'ne válaszolj|automatikusan (?:generált|küldött)|automatikus (?:üzenet|levél)',
};
