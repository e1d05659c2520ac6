import type { MailWords } from '../words.ts';

/** Turkish. */
export const tr: MailWords = {
  from: 'kimden|gönderen',
  date: 'gönderildi|gönderme tarihi|tarih|gönderim tarihi',
  to: 'kime|alıcı',
  cc: 'bilgi|gizli|yanıt adresi',
  subject: 'konu',
  wrote: 'yazdı|şunu yazdı|şunları yazdı|tarihinde .{1,120} yazdı',
  opens: 'tarihinde',
  original:
    'orijinal (?:mesaj|ileti|e-?posta)|özgün (?:ileti|mesaj)|yönlendirilmiş (?:ileti|mesaj)|iletilen (?:mesaj|ileti)|yönlendirilen (?:ileti|mesaj)|iletilmiş ileti|özgün ileti|iletilen ileti başlangıcı',
  device: "iphone[’']?\\S* gönderildi|\\S+[’']?(?:umdan|imden|ımdan|den|dan) gönderildi|outlook[’']u edinin",
  footer: 'abonelikten çıkmak için',
  signOffs:
    'saygılar(?:ımla|ımızla)?|saygılarımla|selamlar|iyi (?:çalışmalar|günler|akşamlar)|teşekkür(?:ler| ederim| ederiz)?|sevgiler|kolay gelsin|sağlıcakla|en iyi dileklerimle',
  greetings: 'merhaba(?:lar)?|sayın|sevgili|selam|iyi günler|günaydın',
  phone: 'telefon|tel|cep|gsm|mobil|dahili|iş',
  fax: 'faks|fax|belgegeçer',
  mail: 'e-?posta|eposta',
  web: 'web|site',
  address: 'adres',
  leave:
    'abonelikten (?:çık|ayrıl)|üyelikten çık|listeden çık|tarayıcıda (?:görüntüle|aç)|bu e-?postayı .{0,40} (?:aldınız|alıyorsunuz)',
  machine: 'yanıtlamayın|cevap vermeyin|otomatik (?:olarak (?:gönderil|oluştur)|e-?posta|mesaj)',
};
