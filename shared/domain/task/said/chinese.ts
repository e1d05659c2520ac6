import { addDays, addMonths, partsOf } from '../../../kit/civil.ts';
import type { Day } from '../../rows.ts';
import { once, type Repeat, type Weekday } from '../repeat.ts';
import {
  clock,
  dateInMonth,
  dateOf,
  firstOf,
  type Language,
  lastOf,
  onDay,
  type PartOfDay,
  weekdayAfter,
  weekdayIn,
  weekend,
  workdaysAfter,
} from './rule.ts';
import { hanCities } from './zones.ts';

const week = '(?:周|週|星期|礼拜|禮拜|(?<![礼禮崇参參再叩答朝])拜(?=[一二三四五六](?!拜)))';
/** 下周一起: together; 下周日本: Japan; 下周三方: of three sides. */
const weekday =
  '(?:一(?![起次个個天直般周週定些样樣切共])|二(?![个個次天手])|三(?![个個次天方])|四(?![个個次天季])|五(?![个個次天金])|六(?![个個次天])|日(?![本常语語])|天(?![气氣津]))';
const number = '(?:\\d{1,3}|[一二两兩三四五六七八九十廿]{1,3})';
const minute =
  '(?:\\d{1,2}(?=分)|\\d{2}(?!\\d)|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?(?![个個人]))';
const part =
  '(?:朝早|下晝|上晝|晏晝|夜晚|朝|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間|夜里|夜裡|早|晚)';
const after = '(?:之后|之後|以后|以後|后|後)';
const lead = '(?:在|于|於)?';
/** By Friday: it is due on Friday. */
const by = '(?:之前|以前|前)?';
/** 您那边时间: by the clocks of whoever reads it. */
const theirTime = '(?:您|你|贵|貴)(?:们|們|方|司)?(?:那边|那邊|那里|那裡|当地|當地)?的?(?:时间|時間)';
const spoken = (name: string): string => `(?:\\s*(?<${name}>${part}))?`;

const re = (source: string): RegExp => new RegExp(source, 'gu');
const digits = '零一二三四五六七八九';

/** 十二, 二十五, 廿三, 两. */
function count(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (char: string | undefined): number =>
    char ? digits.indexOf(char.replace(/[两兩]/, '二').replace('〇', '零')) : 0;
  const [tens = '', ones = ''] = text.replace('廿', '二十').split('十');
  if (!text.includes('十') && !text.includes('廿')) return digit(text.replace(/^[零〇]/, '').charAt(0));
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
const weekdayOf = (text = ''): Weekday => '一二三四五六日'.indexOf(text.replace('天', '日')) as Weekday;

const parts: [RegExp, PartOfDay][] = [
  [/凌晨|清晨|早|上午|朝|上晝/u, 'morning'],
  [/中午/u, 'noon'],
  [/下午|下晝|晏晝/u, 'afternoon'],
  [/傍晚/u, 'evening'],
  [/晚|夜/u, 'night'],
];
const partOf = (text: string | undefined): { part?: PartOfDay } => {
  const found = text && parts.find(([pattern]) => pattern.test(text));
  return found ? { part: found[1] } : {};
};
const weekly = (days: Weekday[], interval = 1): Repeat => ({
  ...once('WEEKLY'),
  interval,
  weekdays: [...new Set(days)].sort((a, b) => a - b),
});
const every = (frequency: Repeat['frequency'], interval: number): { repeat: Repeat } | null =>
  interval >= 1 && interval <= 99 ? { repeat: { ...once(frequency), interval } } : null;

/** 一三五, 二和周四, 一到周五. */
function weekdaysOf(text: string): Weekday[] {
  const [, from, to] = /^(.)(?:到|至|-|~)\D*?([一二三四五六日天])$/u.exec(text) ?? [];
  if (from && to) {
    const [a, b] = [weekdayOf(from), weekdayOf(to)];
    return Array.from({ length: ((b - a + 7) % 7) + 1 }, (_, step) => ((a + step) % 7) as Weekday);
  }
  return [...text.matchAll(/[一二三四五六日天]/gu)].map(([each]) => weekdayOf(each));
}
const joined = `(?:\\s*[、,，和及跟与與到至~-]?\\s*${week}?${weekday})*`;

/** The Republic of China counts its years from 1912. */
const firstRocYear = 1911;
/** The first day of the lunar year, as far ahead as somebody may say "before the feast". */
const newYears: readonly Day[] = [
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
];
const feasts: readonly [RegExp, month: number, date: number][] = [
  [/元旦/u, 1, 1],
  [/五一|劳动|勞動/u, 5, 1],
  [/国庆|國慶/u, 10, 1],
  [/双十|雙十/u, 10, 10],
  [/圣诞|聖誕/u, 12, 25],
];
function eveOf(feast: string, today: Day): Day | null {
  const [, month, date] = feasts.find(([pattern]) => pattern.test(feast)) ?? [];
  const day = month && date ? dateOf(today, month, date) : newYears.find((each) => each > today);
  return day ? addDays(day, -1) : null;
}

export const chinese: Language = {
  repeat: [
    {
      pattern: re(`每(?:个|個|逢)?${week}(?<days>${weekday}(?:${joined}))`),
      read: ({ groups: { days = '' } }) => ({
        repeat: weekly(weekdaysOf(days.replace(/星期|[周週]|礼拜|禮拜/gu, ''))),
      }),
    },
    {
      pattern: re(
        `(?:每)?隔(?:一)?(?:个|個)?${week}(?<day>${weekday})?|每(?:两|兩|2)(?:个|個)?${week}(?<day2>${weekday})?`,
      ),
      read: ({ groups: { day, day2 } }) => {
        const given = day ?? day2;
        return { repeat: weekly(given ? [weekdayOf(given)] : [], 2) };
      },
    },
    { pattern: re('每(?:个|個)?工作日'), read: () => ({ repeat: weekly([0, 1, 2, 3, 4]) }) },
    {
      pattern: re('每(?:个|個)?月(?:的)?(?:月)?(?:底|末|最[后後]一(?:天|日))'),
      read: () => ({ repeat: { ...once('MONTHLY'), monthDay: -1 } }),
    },
    {
      pattern: re(`每(?:个|個)?月的?(?<date>${number})(?:日|号|號)`),
      read: ({ groups: { date } }) => {
        const monthDay = count(date);
        return monthDay >= 1 && monthDay <= 31 ? { repeat: { ...once('MONTHLY'), monthDay } } : null;
      },
    },
    { pattern: re('每半年'), read: () => every('MONTHLY', 6) },
    { pattern: re('每(?:个|個)?季度?(?:一次)?'), read: () => every('MONTHLY', 3) },
    {
      pattern: re(
        `每隔?(?<n>${number})(?:个|個)?(?:(?<day>天|日)|(?<week>${week})|(?<month>月)|(?<year>年))(?:一次)?`,
      ),
      read: ({ groups: { n, day, week, month }, 0: whole }) => {
        // 每隔一天 is every second day.
        const times = count(n) + (whole.startsWith('每隔') ? 1 : 0);
        return every(day ? 'DAILY' : week ? 'WEEKLY' : month ? 'MONTHLY' : 'YEARLY', times);
      },
    },
    {
      pattern: re(
        `每(?:(?<day>天|日(?![优優报報新经經电電本])|早|晚)|(?<week>(?:个|個)?${week})|(?<month>(?:个|個)?月)|(?<year>年))(?:一次)?${spoken('part')}`,
      ),
      read: ({ groups: { day, week, month, part } }) => ({
        repeat: once(day ? 'DAILY' : week ? 'WEEKLY' : month ? 'MONTHLY' : 'YEARLY'),
        ...partOf(part ?? (day === '早' || day === '晚' ? day : undefined)),
      }),
    },
  ],
  span: [
    {
      pattern: re(
        `(?:(?<half>半)(?:个|個)?(?:小时|小時|钟头|鐘頭)|(?<n>${number})(?:个|個)?(?<hour>半)?(?:(?<hours>小时|小時|钟头|鐘頭)|分(?:钟|鐘)))${after}`,
      ),
      read: ({ groups: { half, n, hour, hours } }, { now }) => {
        const minutes = half ? 30 : count(n) * (hours ? 60 : 1) + (hour ? 30 : 0);
        return { at: now + minutes * 60_000 };
      },
    },
  ],
  day: [
    {
      pattern: re(
        `${lead}(?:(?<today>今天|今日(?![头頭])|今(?=[早晚]))|(?<tomorrow>明天|明日|明(?=[早晚])|[聽听](?:日|(?=[早朝晚])))|(?<farther>大[后後][天日])|(?<after>[后後][天日](?![本语語])))${spoken('part')}${by}`,
      ),
      read: ({ groups: { tomorrow, farther, after, part } }, { today }) => ({
        day: addDays(today, tomorrow ? 1 : farther ? 3 : after ? 2 : 0),
        ...partOf(part),
      }),
    },
    {
      pattern: re(
        `(?<half>半(?:个|個)月|半年)(?:${after}|(?:之|以)?[内內])|(?<n>${number})(?:(?<day>天|日)|(?:个|個)?(?<week>${week})|(?:个|個)(?<month>月)|(?<year>年))${after}`,
      ),
      read: ({ groups: { half, n, day, week, year } }, { today }) => {
        if (half) return { day: /年/u.test(half) ? addMonths(today, 6) : addDays(today, 15) };
        if (day) return { day: addDays(today, count(n)) };
        if (week) return { day: addDays(today, 7 * count(n)) };
        return { day: addMonths(today, count(n) * (year ? 12 : 1)) };
      },
    },
    {
      pattern: re(
        `${lead}(?<![上每隔])(?<!上[个個])(?<which>下下(?:个|個)?|下(?:个|個)?|(?:这|這|本)(?:个|個)?)?${week}(?<day>${weekday}|末)${spoken('part')}${by}`,
      ),
      read: ({ groups: { which = '', day = '', part }, 0: whole }, { today }) => {
        const weeks = which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0;
        if (day === '末') {
          const saturday = weeks ? weekdayIn(today, 5, weeks) : weekend(today);
          return { day: whole.endsWith('前') ? addDays(saturday, -1) : saturday, ...partOf(part) };
        }
        const wanted = weekdayOf(day);
        if (weeks) return { day: weekdayIn(today, wanted, weeks), ...partOf(part) };
        const own = weekdayIn(today, wanted, 0);
        return { day: which && own >= today ? own : weekdayAfter(today, wanted), ...partOf(part) };
      },
    },
    {
      // 三天内的报价 is a name of a thing.
      pattern: re(
        `(?:${number}\\s*(?:到|至|-|~|–)\\s*)?(?<n>${number})\\s*(?:(?<work>(?:个|個)?工作[日天])(?:(?:之|以)?[内內](?!的)|${after})|(?:(?<day>天|日)|(?:个|個)?(?<week>${week})|(?:个|個)月)(?:之|以)?[内內](?!的))`,
      ),
      read: ({ groups: { n, work, day, week } }, { today }) => {
        if (work) return { day: workdaysAfter(today, count(n)) };
        if (day) return { day: addDays(today, count(n)) };
        return { day: week ? addDays(today, 7 * count(n)) : addMonths(today, count(n)) };
      },
    },
    {
      pattern: re(`(?:在|于|於)?(?:这|這|本)(?:个|個)?${week}(?:之)?[内內](?:之?前)?`),
      read: (_, { today }) => {
        const friday = weekdayIn(today, 4, 0);
        return { day: friday < today ? today : friday };
      },
    },
    { pattern: re('(?:今天)?下班(?:之|以)?前'), read: (_, { today }) => ({ day: today }) },
    {
      pattern: re(`${lead}(?<which>下下|下)(?:个|個)?${week}${by}`),
      read: ({ groups: { which } }, { today }) => ({ day: weekdayIn(today, 0, which === '下下' ? 2 : 1) }),
    },
    {
      pattern: re(
        `${lead}(?<![上每])(?<!上[个個])(?:(?<next>下)(?:个|個)?|(?:这|這|本|当|當)(?:个|個)?|(?<month>${number}))?月(?<which>底|末|初|[上下]旬|中(?:旬)?(?![旬国國]))${by}`,
      ),
      read: ({ groups: { next, month, which = '' } }, { today }) => {
        const on = next ? 1 : month ? (count(month) - partsOf(today).month + 12) % 12 : 0;
        if (/[底末下]/u.test(which)) return { day: lastOf(today, on) };
        const day = dateInMonth(today, /[初上]/u.test(which) ? 1 : 15, on);
        return onDay(day);
      },
    },
    {
      pattern: re(`${lead}(?:(?<next>下)(?:个|個)?)?(?:季度?[底末]|(?<year>年(?:底|末|终|終)))${by}`),
      read: ({ groups: { next, year } }, { today }) => ({ day: lastOf(today, next ? 1 : 0, year ? 12 : 3) }),
    },
    {
      pattern: re(
        `${lead}(?:(?<year>20\\d{2})\\s*年\\s*|(?:(?:中[华華])?民[国國]\\s*)?(?<roc>1[12]\\d)\\s*年\\s*|(?<which>今|明|后|後)年)?(?<month>${number})\\s*月\\s*(?<date>${number})\\s*(?:日|号|號)?(?![\\d个個])${spoken('part')}${by}`,
      ),
      read: ({ groups: { year, roc, which, month, date, part } }, { today }) => {
        const given = which
          ? partsOf(today).year + '今明后'.indexOf(which.replace('後', '后'))
          : roc
            ? firstRocYear + Number(roc)
            : Number(year);
        const day = dateOf(today, count(month), count(date), which || year || roc ? given : undefined);
        return onDay(day, partOf(part));
      },
    },
    {
      pattern: re(
        `${lead}(?:(?<next>下)(?:个|個)?月|(?:这|這|本)(?:个|個)?月)?(?<![\\d第])(?<date>${number})\\s*(?:号|號)(?![楼樓线線店院馆館机機门門厅廳码碼房桌仓倉文令机线])${spoken('part')}${by}`,
      ),
      read: ({ groups: { next, date, part } }, { today }) => {
        const day = dateInMonth(today, count(date), next ? 1 : 0);
        return onDay(day, partOf(part));
      },
    },
    {
      // 民國 115/12/1, 115.12.01
      pattern: re(
        `${lead}(?:民[国國]\\s*)?(?<![\\d/.-])(?<roc>1[12]\\d)(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<date>\\d{1,2})(?![\\d/.-])${by}`,
      ),
      read: ({ groups: { roc, month, date }, input }, { today }) =>
        /\p{Script=Han}/u.test(input)
          ? onDay(dateOf(today, Number(month), Number(date), firstRocYear + Number(roc)))
          : null,
    },
    {
      // Before the feast: its eve is the last day. 三年前 is three years ago.
      pattern: re(
        '(?<feast>(?<![\\d一二三四五六七八九十百几幾多两兩半去前])(?:年|過年|过年|農曆年|农历年|春节|春節|除夕|元旦|五一|劳动节|勞動節|国庆|國慶|双十|雙十|圣诞|聖誕)(?:节|節)?)(?:之|以)?前',
      ),
      read: ({ groups: { feast = '' } }, { today }) => onDay(eveOf(feast, today)),
    },
    { pattern: re(`${lead}下(?:个|個)?月${by}`), read: (_, { today }) => ({ day: firstOf(today, 1) }) },
  ],
  time: [
    {
      pattern: re(
        `${spoken('part')}\\s*(?<![\\d:第])(?:(?<hour>${number})[点點](?<exact>钟|鐘|整)?(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>${minute})分?)?|(?<hour24>\\d{1,2})[:：](?<minute24>\\d{2})(?!\\d)|(?<hour3>\\d{1,2})[时時](?:(?<minute3>\\d{1,2})分)?)${by}`,
      ),
      read: ({ groups: g }) => {
        const given = count(g.hour ?? g.hour24 ?? g.hour3);
        const quarters = g.half ? 30 : g.quarter === '一' ? 15 : g.quarter === '三' ? 45 : null;
        const rest = quarters ?? count(g.minute ?? g.minute24 ?? g.minute3 ?? '0');
        const spoken = partOf(g.part).part;
        // 三点 of a working day is in the afternoon.
        const guessed = spoken ?? (g.hour && given >= 1 && given <= 6 ? 'afternoon' : undefined);
        const minutes = clock(given, rest, guessed);
        if (minutes === null) return null;
        const plain =
          !spoken && !g.exact && quarters === null && g.minute === undefined && g.hour24 === undefined;
        return {
          minutes,
          ...(spoken ? { part: spoken } : { halfOpen: given < 12 }),
          ...(plain && { weak: true }),
        };
      },
    },
    {
      pattern: re('(?<=^|\\s|\\u0001)(?<part>早上|上午|中午|下午(?!茶)|傍晚|晚上(?!好))'),
      read: ({ groups: { part } }) => partOf(part),
    },
  ],
  zone: [
    {
      pattern: re(`(?:按|依)?${theirTime}(?=\\s*\\u0001)|(?<=\\u0001\\s*)[（(]?${theirTime}[）)]?`),
      read: (_, { readerZone }) => (readerZone ? { zone: readerZone } : null),
    },
    {
      pattern: re(
        `(?:按|依)?(?<city>${Object.keys(hanCities).join('|')})(?:时间|時間)(?=\\s*\\u0001)|(?<=\\u0001\\s*)(?:[（(])?(?<city2>${Object.keys(hanCities).join('|')})(?:时间|時間)(?:[）)])?`,
      ),
      read: ({ groups: { city, city2 } }) => ({ zone: hanCities[city ?? city2 ?? ''] ?? 'UTC' }),
    },
  ],
};
