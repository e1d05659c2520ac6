import type { MailWords } from '../words.ts';

/** Indonesian and Malay. */
export const id: MailWords = {
  from: 'dari|daripada|pengirim',
  date: 'tanggal|dikirim|tarikh|dihantar',
  to: 'kepada|ke',
  cc: 'tembusan',
  subject: 'subjek|perihal|hal',
  wrote: 'menulis',
  opens: 'pada',
  original: 'pesan asli|pesan terusan|pesan yang diteruskan|mesej asal',
  device: 'dikirim dari|dihantar dari|terkirim dari',
  signOffs: 'salam(?: hormat)?|hormat (?:saya|kami)|terima kasih|salam hangat|yang benar|sekian',
  greetings: 'halo|hai|yth|dengan hormat|selamat (?:pagi|siang|sore)|kepada',
  phone: 'telepon|telp|hp|ponsel|telefon',
  mail: 'surel',
  leave: 'berhenti (?:berlangganan|melanggan)|batal berlangganan',
  machine: 'jangan (?:balas|membalas)|tidak perlu dibalas|dibuat secara otomatis|email otomatis',
};
