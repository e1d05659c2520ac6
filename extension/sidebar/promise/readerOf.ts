import type { Session } from '../shell/session.ts';

/** Whose language and clock a text is for. */
export const readerOf = ({ locale, zone, today }: Session) => ({
  locale: locale.value,
  zone,
  today: today.value,
});
