import type { MailWords } from '../words.ts';

/** Estonian. */
export const et: MailWords = {
  from: 'saatja|kellelt',
  date: 'saadetud|kuupäev|saatmisaeg',
  to: 'adressaat|kellele|saaja',
  cc: 'koopia',
  subject: 'teema',
  wrote: 'kirjutas',
  original: 'algne (?:kiri|sõnum)|edastatud (?:kiri|sõnum)',
  device: 'saadetud minu',
  signOffs: '(?:parimate )?tervitustega|parimat|lugupidamisega|tänan|tervitades',
  greetings: 'tere|lugupeetud|hea',
  phone: 'telefon|mob',
  mail: 'e-?post',
  leave: 'loobu|tühista tellimus',
  machine: 'ärge vastake|automaatne',
};
