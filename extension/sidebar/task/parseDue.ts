import type { Day } from '../../../shared/domain/rows.ts';
import { addDays } from '../../ui/day.ts';

export type ReadTask = { title: string; dueDay: Day | null; time: { hour: number; minute: number } | null };

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const hanDays = '日一二三四五六';

const dayRules: [RegExp, (match: RegExpExecArray, today: Day) => Day][] = [
  [/\b(?:today)\b|今天|今日/iu, (_, today) => today],
  [/\b(?:tomorrow|tmrw?)\b|明天|明日/iu, (_, today) => addDays(today, 1)],
  [/后天|後天/u, (_, today) => addDays(today, 2)],
  [
    /\bin (\d{1,3}) ?d(?:ays?)?\b|(\d{1,3}) ?天[后後]/iu,
    (match, today) => addDays(today, Number(match[1] ?? match[2])),
  ],
  [
    /\bin (\d{1,2}) ?w(?:eeks?)?\b|(\d{1,2}) ?[周週][后後]/iu,
    (match, today) => addDays(today, 7 * Number(match[1] ?? match[2])),
  ],
  [/\bnext week\b|下[周週](?![日天一二三四五六])/iu, (_, today) => nextWeekday(today, 1)],
  [
    /\b(?:on |next )?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\b/iu,
    (match, today) => nextWeekday(today, weekdays.indexOf(match[1]?.toLowerCase() ?? '')),
  ],
  [
    /(下)?(?:周|週|星期|礼拜|禮拜)([日天一二三四五六])/u,
    (match, today) => {
      const day = nextWeekday(today, hanDays.indexOf((match[2] ?? '').replace('天', '日')));
      // 下周三 is the Wednesday of the next calendar week, Monday first.
      return match[1] && day < nextWeekday(today, 1) ? addDays(day, 7) : day;
    },
  ],
];
const timeRule =
  /\b(?:at )?(\d{1,2})(?::(\d{2}))? ?(am|pm)\b|\b(?:at )?(\d{1,2}):(\d{2})\b|(上午|下午|晚上)?(\d{1,2})[点點](半)?/iu;

/** "call Ada tue 3pm", "周二下午3点回电话": takes the day and the time out of what was typed. */
export function parseDue(typed: string, today: Day): ReadTask {
  let title = typed;
  let time: ReadTask['time'] = null;
  const clock = timeRule.exec(title);
  if (clock) {
    time = clockOf(clock);
    if (time) title = cut(title, clock);
  }
  let dueDay: Day | null = null;
  for (const [rule, read] of dayRules) {
    const match = rule.exec(title);
    if (!match) continue;
    dueDay = read(match, today);
    title = cut(title, match);
    break;
  }
  const left = title.replace(/\s+/gu, ' ').trim();
  return { title: left || typed.trim(), dueDay: dueDay ?? (time ? today : null), time };
}

const cut = (text: string, { index, 0: { length } }: RegExpExecArray) =>
  `${text.slice(0, index)} ${text.slice(index + length)}`;

function clockOf(match: RegExpExecArray): ReadTask['time'] {
  const [, hour12, minute12, half, hour24, minute24, hanHalf, hanHour, hanThirty] = match;
  const hour = Number(hour12 ?? hour24 ?? hanHour);
  const minute = hanThirty ? 30 : Number(minute12 ?? minute24 ?? 0);
  const late = /pm|下午|晚上/iu.test(half ?? hanHalf ?? '');
  const early = /am|上午/iu.test(half ?? hanHalf ?? '');
  if (hour > 23 || minute > 59 || ((late || early) && hour12 && hour > 12)) return null;
  return { hour: late && hour < 12 ? hour + 12 : early && hour === 12 ? 0 : hour, minute };
}

/** The next such weekday after today; 0 is Sunday. */
function nextWeekday(today: Day, weekday: number): Day {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (weekday - now + 7) % 7 || 7);
}
