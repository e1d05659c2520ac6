import { emailKey } from '../../../shared/identity/email.ts';
import { phoneKey } from '../../../shared/identity/phone.ts';
import type { Sighting, SightingField } from '../../../shared/identity/sighting.ts';
import { findPhones } from '../phones.ts';
import type { MailExample } from './example.ts';
import { type FormWords, formWords } from './form-words.ts';
import { wordsFor } from './words.ts';

type Meaning = keyof FormWords | 'email' | 'phone';

const labels = (meaning: keyof FormWords): string =>
  [...new Set(formWords.map((words) => words[meaning]))].join('|');
const meanings: [Meaning, string][] = [
  ['email', `${wordsFor('mail')}|e-?mail(?: address)?|your e-?mail|メールアドレス|電子郵件信箱`],
  ['phone', `${wordsFor('phone')}|phone number|telefonnummer|numéro de téléphone`],
  ['given', labels('given')],
  ['family', labels('family')],
  ['name', labels('name')],
  ['company', labels('company')],
  ['message', labels('message')],
];
const patterns = meanings.map(([meaning, words]) => [meaning, new RegExp(`^(?:${words})$`, 'iu')] as const);
/** "Name: Ada", "*Name* Ada", "【姓名】Ada", "Name (required): Ada"; the value may stand in the next line. */
const labelled =
  /^[\s*_>•·▪\-–【[［]{0,6}([^:：*\]】］\t]{1,40}?)\s*(?:\([^()]{1,20}\)|\*)?\s*(?:[:：]|\*{1,2}[:：]?|[】\]］][:：]?|\t)\s*(.*)$/u;
const mostLines = 120;

/** Places that a message is sent from by a site itself. */
const site =
  /(?:^|[._+-])(?:no-?_?reply|do-?not-?reply|wordpress|forms?|webforms?|web|website|www|apache|nobody|mailer|notifications?|contact-?form|formulaire|formular|system)(?:[._+\d-]|$)/i;

/**
 * Whom the notification of a web form is about: the person in it, not the machine that sent it. Null for anything
 * else: at least an address that is not the sender's, beside a name, and a third field where somebody may have sent it.
 */
export function readForm(text: string, sender: string): Sighting | null {
  const fields = fieldsOf(text);
  const address = fields.get('email') ?? '';
  const key = emailKey(/[^\s<>()[\],;]{1,64}@[^\s<>()[\],;]{1,255}/u.exec(address)?.[0] ?? '');
  if (!key || key.value === emailKey(sender)?.value) return null;
  const name = nameOf(fields);
  const isSite = site.test(sender.split('@', 1)[0] ?? '');
  if (!name || fields.size < (isSite ? 2 : 4)) return null;
  const phone = findPhones(`Tel: ${fields.get('phone') ?? ''}`)[0]?.text;
  const number = phone ? phoneKey(phone) : null;
  const source = 'form' as const;
  const told: [SightingField, string | undefined][] = [
    ['name', name],
    ['organisation', fields.get('company')],
    ['phone', phone],
  ];
  return {
    kind: 'person',
    keys: [key, ...(number ? [number] : [])].map((value) => ({ value, source, confidence: 0.9 })),
    fields: Object.fromEntries(
      told.flatMap(([field, value]) => (value ? [[field, { value, source, confidence: 0.9 }]] : [])),
    ),
  };
}

function fieldsOf(text: string): Map<Meaning, string> {
  const fields = new Map<Meaning, string>();
  let open: Meaning | null = null;
  for (const line of text.slice(0, 20_000).split('\n', mostLines)) {
    const match = line.length < 500 ? labelled.exec(line) : null;
    const meaning = meaningOf(match?.[1] ?? line);
    if (meaning && (match || line.length < 40)) {
      const value = match?.[2]?.replace(/^[*_\s]+|[*_\s]+$/g, '') ?? '';
      open = value ? null : meaning;
      if (value && !fields.has(meaning)) fields.set(meaning, value.slice(0, 300));
    } else if (open && line.trim()) {
      if (!fields.has(open)) fields.set(open, line.trim().slice(0, 300));
      open = null;
    }
  }
  return fields;
}

function meaningOf(raw: string): Meaning | null {
  const label = raw.replace(/^[\s*_>•·▪-]+|[\s*_]+$/g, '');
  if (!label || label.length > 40) return null;
  return patterns.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

function nameOf(fields: ReadonlyMap<Meaning, string>): string | null {
  const [name, given, family] = [fields.get('name'), fields.get('given'), fields.get('family')];
  const isEastern = /^[\p{Script=Han}\p{Script=Hangul}]{1,4}$/u.test(family ?? '');
  const parts = isEastern ? `${family}${given ?? ''}` : [given, family].filter(Boolean).join(' ');
  const whole = (name ?? parts).trim();
  return /\p{L}/u.test(whole) && whole.length <= 80 && !whole.includes('@') ? whole : null;
}

const notifications: MailExample[] = [
  {
    shows: 'a form’s notification, English',
    text: 'New enquiry from your site\n\nName: Ada Byron\nEmail: ada@acme.example\nPhone: +44 20 7946 0018\nCompany: Acme Tools Ltd\nMessage: Please send an offer.',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron, Acme Tools Ltd <email:ada@acme.example phone:+442079460018>',
  },
  {
    shows: 'a form’s notification, values below their labels',
    text: 'First name\nAda\nLast name\nByron\nE-mail\nada@acme.example\nMessage\nHello',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron <email:ada@acme.example>',
  },
  {
    shows: 'a form’s notification, labels in bold',
    text: '*Name:* Ada Byron\n*Email:* ada@acme.example\n*Message:* Hello',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron <email:ada@acme.example>',
  },
  {
    shows: 'a form’s notification, German',
    text: 'Vorname: Ada\nNachname: Byron\nE-Mail: ada@acme.example\nFirma: Acme GmbH\nNachricht: Hallo',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron, Acme GmbH <email:ada@acme.example>',
  },
  {
    shows: 'a form’s notification, French',
    text: 'Nom : Byron\nPrénom : Ada\nE-mail : ada@acme.example\nMessage : Bonjour',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron <email:ada@acme.example>',
  },
  {
    shows: 'a form’s notification, Spanish',
    text: 'Nombre: Ada\nApellidos: Byron\nCorreo electrónico: ada@acme.example\nEmpresa: Acme SL',
    from: 'wordpress@ours.example',
    sees: 'Ada Byron, Acme SL <email:ada@acme.example>',
  },
  {
    shows: 'a form’s notification, Simplified Chinese',
    text: '姓名：王小明\n邮箱：wang@acme.example\n手机：+86 138 0013 8000\n公司：明日科技\n留言：请报价',
    from: 'wordpress@ours.example',
    sees: '王小明, 明日科技 <email:wang@acme.example phone:+8613800138000>',
  },
  {
    shows: 'a form’s notification, Traditional Chinese, in brackets',
    text: '【姓名】陳美玲\n【電子郵件】mei@acme.example\n【公司名稱】明日科技\n【留言】請報價',
    from: 'wordpress@ours.example',
    sees: '陳美玲, 明日科技 <email:mei@acme.example>',
  },
  {
    shows: 'a form’s notification, Japanese',
    text: '姓：山田\n名：太郎\nメールアドレス：yamada@acme.example\nお問い合わせ内容：見積もり',
    from: 'wordpress@ours.example',
    sees: '山田太郎 <email:yamada@acme.example>',
  },
];

/** The person in it stands as in a signature. */
export const examples: MailExample[] = /* @__PURE__ */ notifications.map((each) => ({
  ...each,
  also: ['signature'],
}));
