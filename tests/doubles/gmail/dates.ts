import type { QuoteForm } from '../../fixtures/sample/mail.ts';

const parts = (at: number, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);

/** `Tue, 10 Nov 2026 16:41:08 +0100` (RFC 5322). */
export function headerDate(at: number, zone: string): string {
  const of = (options: Intl.DateTimeFormatOptions) => parts(at, 'en-GB', zone, options);
  const offset = parts(at, 'en-US', zone, { timeZoneName: 'longOffset' }).match(/GMT([+-]\d\d):(\d\d)/);
  const day = of({ weekday: 'short' });
  const date = of({ day: 'numeric', month: 'short', year: 'numeric' }).replace('Sept', 'Sep');
  const time = of({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return `${day}, ${date} ${time} ${offset ? `${offset[1]}${offset[2]}` : '+0000'}`;
}

/** The date as a mail program puts it above what it quotes. */
export function quoteDate(at: number, form: QuoteForm, zone: string): string {
  if (form === 'gmail-en') {
    const date = parts(at, 'en-US', zone, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
    });
    return `${date} at ${parts(at, 'en-US', zone, { hour: 'numeric', minute: '2-digit' })}`;
  }
  if (form === 'outlook-en') {
    return parts(at, 'en-GB', zone, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  }
  const locale = form.endsWith('TW') ? 'zh-TW' : 'zh-CN';
  const day = parts(at, locale, zone, { year: 'numeric', month: 'long', day: 'numeric' });
  const weekday = parts(at, locale, zone, { weekday: form === 'qq' ? 'long' : 'short' });
  const time = parts(at, locale, zone, { hour: 'numeric', minute: '2-digit', hour12: locale === 'zh-TW' });
  if (form === 'gmail-zh-TW') return `${day} ${weekday} ${time}`;
  return form === 'qq' ? `${day}(${weekday}) ${time}` : `${day} ${time}`;
}
