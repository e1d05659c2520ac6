/** What a mail is that nobody wrote to somebody; shown as the reason why it is not offered for logging. */
export const automaticKinds = [
  'newsletter',
  'away',
  'undelivered',
  'calendar',
  'receipt',
  'machine',
] as const;
export type Automatic = (typeof automaticKinds)[number];
