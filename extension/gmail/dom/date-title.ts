const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Day periods of Chinese clocks: whether twelve hours come on top. 中午 covers 11 to 13 o'clock. */
const afternoons = /下午|傍晚|晚上|晚间|晚間|PM\b|p\.m\./i;
const mornings = /凌晨|清晨|早上|上午|AM\b|a\.m\./i;

type Parts = { year: number; month: number; day: number };

/**
 * The instant that a date's title names, in the browser's zone (as Gmail writes it); null where the title is in
 * no form we know. Titles end at the minute. English and Chinese words, and numbers that begin with the year.
 */
export function instantOfTitle(title: string): number | null {
  const text = title.normalize('NFKC').replace(/\s+/g, ' ');
  const date = chineseDate(text) ?? isoDate(text) ?? englishDate(text);
  const clock = /(\d{1,2})(?::|点|點|时|時)(\d{2})/.exec(text);
  if (!date || !clock) return null;
  const hour = hourOf(Number(clock[1]), text);
  const minute = Number(clock[2]);
  if (date.month > 11 || date.day > 31 || hour > 23 || minute > 59) return null;
  const at = new Date(date.year, date.month, date.day, hour, minute).getTime();
  return Number.isNaN(at) ? null : at;
}

function hourOf(shown: number, text: string): number {
  if (text.includes('中午')) return shown < 10 ? shown + 12 : shown;
  if (text.includes('午夜')) return shown % 12;
  if (afternoons.test(text)) return shown < 12 ? shown + 12 : shown;
  if (mornings.test(text)) return shown % 12;
  return shown;
}

const parts = (year?: string, month?: number, day?: string): Parts | null =>
  year && day && month !== undefined && month >= 0 ? { year: Number(year), month, day: Number(day) } : null;

function chineseDate(text: string): Parts | null {
  const found = /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]/.exec(text);
  return found && parts(found[1], Number(found[2]) - 1, found[3]);
}

function isoDate(text: string): Parts | null {
  const found = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  return found && parts(found[1], Number(found[2]) - 1, found[3]);
}

function englishDate(text: string): Parts | null {
  const american = /\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  if (american) return parts(american[3], monthOf(american[1]), american[2]);
  const british = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?,? (\d{4})\b/.exec(text);
  return british && parts(british[3], monthOf(british[2]), british[1]);
}

const monthOf = (word = ''): number => months.indexOf(word.toLowerCase());
