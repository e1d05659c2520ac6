import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import { plainHeader } from './header.ts';

// What headers say, in English, 简体中文 and 繁體中文 (one fold reads both), and the basics of German, French, Spanish
// and Japanese. `any`: of whatever the file or the word before it is about ("Company phone", "公司电话").

/** A noun's own names, as they stand before a field: "Organization - Name", "Account owner". */
const nounWords: Record<ImportNoun, string> = {
  contact:
    'contact|person|people|lead|联系人|联络人|客户联系人|kontakt|contacto|contatto|personne|persona|担当者|employee',
  company:
    'company|organization|organisation|org|account|business|employer|associated company|primary company|公司|企业|单位|机构|firma|unternehmen|societe|entreprise|empresa|会社|法人|company organization',
  deal: 'deal|opportunity|商机|交易|销售机会|项目|案件|geschaft|affaire|oportunidad|negocio|商談',
  interaction: 'activity|engagement|活动|跟进|note|call|meeting|task|event|aktivitat|activite|actividad',
};

const words: Record<string, string> = {
  // Of whatever it stands beside.
  'any.name': 'name|full name|fullname|display name|名称|nom|nombre|bezeichnung|file as',
  'any.owner':
    'owner|assigned to|assigned to user|assignee|account manager|sales rep|sales representative|sales owner|sales|rep|owner name|owner email|owner full name|relationship owner|负责人|所有者|归属人|业务员|销售|销售员|销售负责人|跟进人|业务|业务人员|客户经理|zustandig|besitzer|verantwortlich|eigentumer|proprietaire|responsable|propietario|営業担当|営業担当者|担当営業',
  'contact.externalId':
    'contact id|person id|lead id|contact person id|deal contact person id|associated contact ids|associated contact id|contact ids',
  'company.externalId':
    'company id|organization id|org id|account id|associated company ids|associated company id|primary associated company id|associated company primary',
  'any.externalId':
    'id|record id|identifier|external id|externalid|uid|编号|序号id|客户编号|客户id|nummer|kundennummer|numero|identifiant|コード|顧客コード|顧客番号',
  'any.phone':
    'phone|phone number|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|mobile phone number|cell|cell phone|cellphone|work phone|business phone|home phone|other phone|primary phone|direct phone|direct dial|main phone|company main phone|office phone|phone work|phone home|phone mobile|phone other|whatsapp|whatsapp phone number|whatsapp number|assistant s phone ignore|电话|手机|手机号|手机号码|电话号码|联系电话|联系方式|移动电话|行动电话|商务电话|办公电话|单位主要电话|公司代表线|住宅电话|住家电话|其他电话|主要电话|座机|固定电话|固话|telefon|telefonnummer|handy|mobil|mobiltelefon|mobilnummer|rufnummer|portable|tel portable|telefono|movil|celular|电话番号|携帯|携帯电话|携帯番号|telephone portable|numero de telephone|电话 手机|business phone number',
  'any.email':
    'email|email address|mail|work email|business email|personal email|home email|primary email|secondary email|other email|alternate email|additional email addresses|additional email|email work|email home|email other|contact email|邮箱|邮件|电子邮箱|电子邮件|电子邮件地址|邮箱地址|email地址|email邮箱|电邮|电邮地址|电子信箱|信箱|e mail adresse|email adresse|mail adresse|adresse email|adresse mail|courriel|correo|correo electronico|direccion de correo|メール|メールアドレス|eメール',
  'any.website':
    'website|web site|website url|web|homepage|web page|business web page|personal web page|company url|网站|网址|官网|公司网站|网页|公司网址|webseite|internetseite|site web|site internet|sitio web|pagina web|ウェブサイト|hp|ホームページ',
  'any.url':
    'url|link|profile|profile url|linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin bio|twitter|twitter username|x url|facebook|xing|github|social|social media|urls|领英|主页|个人主页|微博|链接|person linkedin url|contact linkedin url',
  'any.address':
    'address|full address|mailing address|postal address|address formatted|addresses|formatted address|business address|home address|地址|联系地址|通讯地址|详细地址|公司地址|住址|adresse|anschrift|direccion|住所|所在地',
  'any.street':
    'street|street address|address line|mailing street|billing street|address street|business street|home street|other street|街道|商务地址街道|商务街|住宅地址街道|住家街|strasse|rue|calle',
  'any.city':
    'city|town|mailing city|billing city|address city|business city|home city|城市|市|所在城市|市 县|商务地址市 县|商务地址市县|商务市 镇|商务市镇|县市|stadt|ort|ville|ciudad|市区町村|address locality',
  'any.region':
    'state|region|province|state region|state province|county|mailing state|mailing state province|billing state|billing state province|address region|business state|home state|state abbr|省|省份|省 市|省市|商务地址省 市 自治区|商务地址省市自治区|商务县 市|商务县市|bundesland|etat|departement|provincia|都道府県|address state',
  'any.postcode':
    'zip|zip code|zipcode|postcode|postal code|zip postal code|mailing zip|mailing zip postal code|mailing postal code|billing zip|billing zip postal code|billing postal code|address postal code|business postal code|home postal code|邮编|邮政编码|邮递区号|商务地址邮政编码|商务邮递区号|plz|postleitzahl|code postal|codigo postal|郵便番号|address zip',
  'any.country':
    'country|country region|mailing country|billing country|address country|business country|business country region|home country|home country region|nation|国家|国家地区|国家 地区|国别|商务地址国家 地区|商务地址国家地区|商务国家 地区|商务国家地区|land|pays|pais|国|country code',
  'any.industry':
    'industry|sector|industries|行业|所属行业|产业|产业别|branche|secteur|industria|sector industrial|業種|业种',
  'any.note':
    'note|notes|description|comment|comments|remarks|remark|background|background info|about|bio|memo|note content|备注|说明|备注信息|描述|附注|记事|简介|其他说明|notiz|notizen|bemerkung|bemerkungen|beschreibung|anmerkung|remarque|remarques|commentaire|notas|observaciones|descripcion|備考|メモ',
  'any.role': 'role|relationship|relation|type|account type|客户类型|类型|关系|角色|party role',
  'any.roleReason': 'role reason|blocked reason|blacklist reason|拉黑原因',
  source:
    'source|lead source|original source|original traffic source|origin|channel|how did you hear about us|campaign|utm campaign|来源|线索来源|客户来源|来源渠道|quelle|herkunft|provenance|origen|流入元|deal source|referred by|介绍人',
  // Of a person.
  'contact.name':
    'contact name|contact full name|person name|lead name|associated contact|primary contact|contact person|attendee|联系人|联络人|姓名|客户姓名|联系人姓名|联络人姓名|人名|中文姓名|ansprechpartner|kontaktperson|interlocuteur|persona de contacto|氏名|お名前|名前|担当者名|担当者|ご担当者|vorname nachname',
  'contact.givenName':
    'first name|firstname|given name|givenname|forename|名|名字|vorname|prenom|nombre de pila|primer nombre|contact first name|下の名前|christian name',
  'contact.middleName':
    'middle name|middlename|additional name|second name|中间名|zweiter vorname|deuxieme prenom|segundo nombre',
  'contact.familyName':
    'last name|lastname|family name|familyname|surname|姓|姓氏|nachname|familienname|nom de famille|apellido|apellidos|苗字|contact last name',
  'contact.title':
    'job title|jobtitle|title|position|job|occupation|job position|designation|organization title|profession ignore|职位|职务|职称|头衔|岗位|职业职位|funktion|berufsbezeichnung|stellenbezeichnung|poste|fonction|intitule du poste|cargo|puesto|役職|肩書',
  'contact.lifeCycle':
    'lifecycle stage|life cycle stage|lifecycle|life cycle|lead status|contact status|status|lead stage|客户状态|客户阶段|生命周期|生命周期阶段|线索状态|状态|客户级别阶段',
  'contact.keys': 'sidebook keys',
  // Of a company.
  'company.name':
    'company|company name|companyname|organization|organisation|organization name|organisation name|org name|account|account name|company account|associated company|primary associated company|employer|business name|current company|customer|customer name|client|client name|公司|公司名称|公司名|企业名称|企业|单位|单位名称|所在公司|客户名称|客户|客户公司|所属公司|任职公司|机构|机构名称|厂商|厂商名称|firma|firmenname|unternehmen|kunde|societe|entreprise|raison sociale|nom de l entreprise|empresa|compania|nombre de la empresa|会社|会社名|企業名|法人名|勤務先|companies',
  'company.domain':
    'domain|company domain|company domain name|email domain|domain name|域名|公司域名|企业域名|domane|domaine|dominio|ドメイン|domains',
  // Of a deal.
  'deal.externalId': 'deal id|opportunity id|associated deal ids|associated deal id|box key',
  'deal.title':
    'deal name|deal title|opportunity name|opportunity|deal|deals|商机名称|商机|项目名称|交易名称|销售机会名称|机会名称|案件名|案名|titre de l affaire|dealname',
  'deal.amount':
    'amount|deal value|deal amount|deal size|value|opportunity amount|price|total|total value|contract value|expected revenue|amount in company currency|金额|商机金额|预计金额|合同金额|销售金额|成交金额|betrag|summe|wert|montant|valeur|importe|monto|valor|金額',
  'deal.currency':
    'currency|deal currency|amount currency|currency code|currency iso code|币种|货币|币别|wahrung|devise|moneda|divisa|通貨',
  'deal.pipeline': 'pipeline|deal pipeline|sales pipeline|销售管道|管道|销售流程|business type|pipeline name',
  'deal.stage':
    'stage|deal stage|opportunity stage|sales stage|stage name|phase|销售阶段|商机阶段|阶段|跟进阶段|etape|etapa|fase|フェーズ|商談フェーズ',
  'deal.state': 'deal status|won lost|state|is won|结果|商机状态|won',
  'deal.expectedClose':
    'expected close date|expected close|close date|expected closing date|closing date|expected closing|estimated close date|forecast close date|预计成交日期|预计成交时间|预计结单日期|预计关闭日期|预计签约日期|abschlussdatum|voraussichtlicher abschluss|date de cloture|date de cloture prevue|fecha de cierre|fecha prevista de cierre|完了予定日|受注予定日',
  'deal.closedAt':
    'closed date|closed at|won time|lost time|won date|lost date|deal closed time|deal closed on|结束日期|成交日期|成交时间|关闭日期|结单日期|实际成交日期',
  'deal.need':
    'need|needs|requirement|requirements|customer need|next step ignore|需求|客户需求|需求描述|bedarf|besoin|necesidad',
  'deal.lostReason':
    'lost reason|loss reason|closed lost reason|reason lost|输单原因|丢单原因|失败原因|verlustgrund|motif de perte|motivo de perdida|失注理由',
  'deal.competitor':
    'competitor|competitors|main competitor|main competitors|竞争对手|wettbewerber|concurrent|competidor|競合',
  'deal.contacts': 'contacts|contact roles|联系人列表',
  // Of a past mail, call, note or meeting.
  'interaction.kind':
    'activity type|interaction type|engagement type|communication type|kind|活动类型|拜访方式|沟通类型|跟进方式|跟进类型|沟通方式|联系方式类型|art der aktivitat|type d activite|tipo de actividad',
  'interaction.subject':
    'subject|activity subject|email subject|call title|meeting name|meeting title|主题|活动主题|标题|邮件主题|betreff|objet|sujet|asunto|件名',
  'interaction.body':
    'body|email body|note body|call notes|meeting description|meeting notes|message|content|text|email text|activity note|full comments|task notes|内容|正文|跟进内容|沟通内容|活动内容|跟进记录|邮件内容|拜访内容|inhalt|contenu|contenido|本文|内容詳細',
  'interaction.date':
    'date|activity date|interaction date|due date|date time|datetime|timestamp|start time|start date|sent at|sent date|received at|occurred at|occurred on|meeting start time|call date|日期|时间|活动日期|活动时间|跟进时间|跟进日期|联系时间|沟通时间|拜访时间|发生时间|发送时间|datum|fecha|date de l activite|日付|日時',
  'interaction.time': 'time|due time|activity time|uhrzeit|heure|hora|时刻',
  'interaction.direction': 'direction|email direction|call direction|方向|收发|richtung|sens',
  'interaction.duration':
    'duration|call duration|call duration seconds|duration minutes|duration seconds|meeting duration|时长|通话时长|通话时长 秒|dauer|duree|duracion',
  'interaction.outcome':
    'outcome|call outcome|call result|meeting outcome|result|结果|通话结果|跟进结果|ergebnis|resultat|resultado',
  'interaction.from':
    'from|from address|email from address|sender|from email|发件人|寄件者|寄件人|von|de|remitente',
  'interaction.to':
    'to|to address|email to address|recipient|recipients|to email|收件人|an|destinataire|para',
  'interaction.link': 'activity url|email link|meeting link|recording url|permalink|原文链接',
  'interaction.done': 'done|activity done|completed|is closed|是否完成|完成状态|erledigt',
  'interaction.messageId':
    'message id|messageid|email message id|internet message id|rfc822 message id|邮件id|消息id',
};

/** What no column of ours is for, though parts of its header sound like one. */
const ignored =
  'type ignore|email type|phone type|phone label|email label|address type|address label|website type|website label|organization type|im type|im label|relation type|event type|custom field type|custom field label|email display name|电子邮件类型|电子邮件显示名称|电子邮件显示名|photo|avatar|picture|image|照片|头像|name prefix|name suffix|prefix|suffix|salutation|initials|nickname|phonetic first name|phonetic middle name|phonetic last name|yomi name|given name yomi|additional name yomi|family name yomi|company yomi|given yomi|surname yomi|labels|label|tags|tag|标签|group membership|groups|categories|category|类别|birthday|生日|anniversary|gender|gender identity|性别|language|语言|priority|sensitivity|private|mileage|keywords|fax|business fax|home fax|other fax|fax number|传真|商务传真|pager|car phone|radio phone|isdn|callback|telex|tty tdd phone|assistant s phone|assistant phone|assistant s name|manager s name|spouse|children|hobby|create date|created|created at|created date|created time|creation date|date created|创建时间|创建日期|创建人|更新时间|修改时间|last modified date|last modified|updated|updated at|last activity date|last activity|last updated|last contacted|next activity date|next activity|last stage change|first seen|last seen|probability|deal probability|forecast category|fiscal period|age|number of employees|employees|annual revenue|revenue|size|has newsletter|connected on|billing address po box|home address po box|business address po box|address po box|address extended address|organization department|department|部门|time zone|number of associated deals|number of associated contacts|associated deals|associated deal|weighted amount|owner id|is deleted|created by id|last modified by id|system modstamp|marketing contact status|jigsaw|account site|序号|no|index|row|商务地址邮箱|住宅地址邮箱|其他地址邮箱|公司地址邮政信箱|住家地址邮政信箱|其他地址邮政信箱|电子邮件网址';

export type HeaderRead = {
  /** What the header says it is about; null: the file's own noun. */
  noun: ImportNoun | null;
  /** A field of the noun, or `ignore`, or `source`. */
  field: string;
  /** Only a part of the header was known. */
  loose: boolean;
};

type Entry = { noun: ImportNoun | null; field: string };
const entries = new Map<string, Entry>();
for (const [name, list] of Object.entries(words)) {
  const [noun = '', field] = name.split('.');
  for (const word of list.split('|'))
    if (!word.endsWith(' ignore'))
      entries.set(
        plainHeader(word),
        field ? { noun: noun === 'any' ? null : (noun as ImportNoun), field } : { noun: null, field: name },
      );
}
for (const word of ignored.split('|')) entries.set(plainHeader(word), { noun: null, field: 'ignore' });

const prefixes = Object.entries(nounWords).flatMap(([noun, list]) =>
  list.split('|').map((word) => ({ noun: noun as ImportNoun, word: plainHeader(word) })),
);
prefixes.sort((one, other) => other.word.length - one.word.length);

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What a header says; null where no word of it is known. */
export function readHeader(header: string): HeaderRead | null {
  const plain = plainHeader(header);
  if (plain === '') return null;
  // 1. The whole of it.
  const whole = entries.get(plain);
  if (whole) return { ...whole, loose: false };
  // 2. A noun and a field of it: "Organization - Website", "Deal owner", "公司电话"; a noun beside a noun is the second
  // one ("Deal - Organization"). Or the noun behind: "Phone (contact)".
  for (const before of [true, false])
    for (const { noun, word } of prefixes) {
      const rest = withoutWord(plain, word, before);
      const found = rest === null ? undefined : entries.get(rest);
      if (!found || found.noun === noun) {
        if (found) return { ...found, loose: false };
        continue;
      }
      if (found.noun !== null) {
        if (before) return { ...found, loose: false };
        continue;
      }
      const ofNone = found.field === 'ignore' || found.field === 'source';
      return { noun: ofNone ? null : noun, field: found.field, loose: false };
    }
  // 3. The longest known word in it.
  let best: { entry: Entry; length: number } | null = null;
  for (const [word, entry] of entries) {
    if (word.length < (han.test(word) ? 2 : 4) || word.length <= (best?.length ?? 0)) continue;
    if (han.test(word) ? plain.includes(word) : ` ${plain} `.includes(` ${word} `))
      best = { entry, length: word.length };
  }
  return best && { ...best.entry, loose: true };
}

function withoutWord(plain: string, word: string, before: boolean): string | null {
  if (plain.length <= word.length) return null;
  const apart = han.test(word) ? '' : ' ';
  if (before) return plain.startsWith(word + apart) ? plain.slice(word.length).trim() : null;
  return plain.endsWith(apart + word) ? plain.slice(0, -word.length).trim() : null;
}
