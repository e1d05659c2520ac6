import type { MailWords } from '../words.ts';

/** Persian. */
export const fa: MailWords = {
  from: 'از|فرستنده',
  date: 'تاریخ|ارسال شده',
  to: 'به|گیرنده',
  cc: 'رونوشت',
  subject: 'موضوع',
  wrote: 'نوشت|نوشته است',
  opens: 'در',
  original: 'پیام اصلی|پیام هدایت شده|پیام ارجاع شده',
  device: 'ارسال شده از',
  signOffs: 'با (?:تشکر|احترام|سپاس)|ممنون|متشکرم|ارادتمند',
  greetings: 'سلام|جناب|سرکار',
  phone: 'تلفن|موبایل|همراه',
  fax: 'فکس|نمابر',
  mail: 'ایمیل',
  address: 'آدرس|نشانی',
  leave: 'لغو (?:اشتراک|عضویت)',
  machine: 'پاسخ ندهید|خودکار',
};
