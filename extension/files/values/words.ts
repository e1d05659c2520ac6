import type { DealState, InteractionKind, LifeCycle, PartyRole } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';

// What products and people write for a choice, in English, Chinese (folded to its simplified form) and some others.

const plain = (text: string): string =>
  foldText(text)
    .replace(/[\s_\-./]+/g, ' ')
    .trim();

function table<T extends string>(lines: Record<T, string>): (text: string) => T | null {
  const known = new Map<string, T>();
  for (const name of Object.keys(lines) as T[])
    for (const word of [name, ...lines[name].split('|')]) known.set(plain(word), name);
  return (text) => known.get(plain(text)) ?? null;
}

export const readLifeCycle: (text: string) => LifeCycle | null = table<LifeCycle>({
  lead: 'subscriber|new lead|new|open|prospect|cold|线索|潜在客户|准客户|潜客|订阅者|interessent|见込み客',
  qualified:
    'marketing qualified lead|sales qualified lead|mql|sql|opportunity|warm|hot|working|contacted|nurturing|in contract|意向客户|商机|合格线索|已联系',
  customer: 'client|evangelist|won|客户|成交客户|老客户|签约客户|顾客|kunde|cliente|顧客',
  former: 'former customer|churned|churn|lost|inactive|ex customer|流失客户|流失|前客户|ehemalig',
  partner: 'reseller|合作伙伴|伙伴|渠道|代理商|partenaire|socio',
  other: 'unqualified|others|n a|其他|其它|sonstige|autre|otro',
});

/** What products write for somebody who is nothing of all that. */
const noRole = /^(?:prospect|other|lead|none|investor|press|analyst|integrator|无|其他|-)$/;

/** Undefined: it says that there is none. */
export const readRole = (text: string): PartyRole | null | undefined =>
  noRole.test(plain(text)) ? undefined : roleOf(text);

const roleOf: (text: string) => PartyRole | null = table<PartyRole>({
  customer: 'client|客户|kunde|cliente|customer direct|customer channel|顾客',
  partner:
    'reseller|channel partner|installation partner|technology partner|channel partner reseller|合作伙伴|伙伴|代理商|partenaire',
  supplier: 'vendor|供应商|供货商|厂商|lieferant|fournisseur|proveedor|仕入先',
  competitor: 'competition|竞争对手|竞品|竞争者|wettbewerber|concurrent',
  blocked: 'blacklist|do not contact|blacklisted|黑名单|封锁|拉黑|gesperrt',
});

export const readKind: (text: string) => InteractionKind | null = table<InteractionKind>({
  email: 'e mail|mail|incoming email|forwarded email|logged email|email message|电子邮件|邮件|电邮',
  note: 'notes|comment|remark|备注|笔记|便签|记录|notiz|其他|other|task|todo|to do|任务',
  call: 'phone call|phone|logged call|telephone|outgoing call|incoming call|电话|通话|来电|去电|anruf|appel|llamada|電話',
  meeting:
    'event|appointment|demo|lunch|video call|online meeting|会议|会面|见面|演示|termin|besprechung|reunion',
  message:
    'sms|text|chat|whatsapp|whats app|wechat|line|linkedin|linkedin message|telegram|微信|短信|消息|讯息|qq|企业微信',
  visit: 'site visit|on site|拜访|上门|走访|拜访客户|besuch|visite|visita|訪問',
});

/** Won or lost, where a stage or state says so in any words. */
export function readState(text: string): DealState | null {
  const word = plain(text);
  if (
    /\b(?:lost|closed lost|dead|abandoned|rejected|verloren|perdu|perdida?)\b|输单|丢单|失败|流失|未成交|失单/.test(
      word,
    )
  )
    return 'lost';
  if (/\b(?:won|closed won|gewonnen|gagne|ganad[oa]|signed)\b|赢单|成交|赢得|中标|已签约|签单/.test(word))
    return 'won';
  if (/^(?:open|opened|in progress|active|offen|ouvert|abierto|进行中|跟进中|未结束)$/.test(word))
    return 'open';
  return null;
}

export function readDirection(text: string): 'in' | 'out' | null {
  const word = plain(text);
  if (/^(?:in|inbound|incoming|received|incoming email|incoming call|来电|收到|接收|呼入)$/.test(word))
    return 'in';
  if (/^(?:out|outbound|outgoing|sent|email|outgoing call|去电|发出|已发送|呼出)$/.test(word)) return 'out';
  return null;
}

export function readYesNo(text: string): boolean | null {
  const word = plain(text);
  if (
    /^(?:yes|y|true|t|1|x|done|completed|closed|on|ja|wahr|oui|vrai|si|verdadero|是|对|有|真|已完成|完成|はい|✓|✔|√|☑)$/.test(
      word,
    )
  )
    return true;
  if (
    /^(?:no|n|false|f|0|to do|todo|not done|planned|open|off|nein|falsch|non|faux|否|不|无|没有|未完成|いいえ|✗|✘|×|☐)$/.test(
      word,
    )
  )
    return false;
  return null;
}

/** Seconds of "1:05:00", "00:30" (hours and minutes), "5 min", "1h 20m", or a number in the unit of its header. */
export function readDuration(text: string, header: string): number | null {
  const word = plain(text);
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(word);
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const parts =
    /^(?:(\d+)\s*(?:h|hours?|小时|时))?\s*(?:(\d+)\s*(?:m|mins?|minutes?|分钟|分))?\s*(?:(\d+)\s*(?:s|secs?|seconds?|秒))?$/.exec(
      word,
    );
  if (word !== '' && parts && parts.slice(1).some((part) => part !== undefined))
    return Number(parts[1] ?? 0) * 3_600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  if (!/^\d+(?:\.\d+)?$/.test(text.trim())) return null;
  const number = Number(text.trim());
  const unit = /\b(?:ms|milli)|毫秒/i.test(header)
    ? 0.001
    : /\bmin|分/i.test(header)
      ? 60
      : /\bhours?|小时/i.test(header)
        ? 3_600
        : 1;
  return Math.round(number * unit);
}
