/**
 * Legal forms, as they end (or begin) a company's name. A row is one form: the first writing stands for the others.
 * `inc`, `corp` and `co` say the same in what a reader takes from them; `ag` and `gmbh` do not.
 */
const forms = `
inc|incorporated|inc.
corp|corporation|corpn
co|company|cie|compagnie
ltd|limited|ltda|limitada|lda|pvt ltd|private limited|pte ltd|pty ltd|pty limited|co ltd|company limited|limited liability partnership
llc|l l c|limited liability company|ооо|общество с ограниченной ответственностью|ooo
llp|lp|limited partnership
plc|public limited company|p l c
gmbh|gesellschaft mit beschrankter haftung|ges m b h|gesmbh|mbh
ag|aktiengesellschaft
kg|kommanditgesellschaft|gmbh & co kg|gmbh and co kg
ohg|gbr|ug|ug haftungsbeschrankt|e k|ek|ev|e v|eg
se|societas europaea
sa|s a|societe anonyme|sociedad anonima|s a s|sas
sarl|s a r l|societe a responsabilite limitee
srl|s r l|societa a responsabilita limitata|societatea cu raspundere limitata|sociedad de responsabilidad limitada
spa|s p a|societa per azioni
sl|s l|sociedad limitada|slu
sa de cv|s a de c v
bv|b v|besloten vennootschap
nv|n v|naamloze vennootschap
ab|aktiebolag
as|a s|aksjeselskap|aktieselskab
asa|aps|anpartsselskab|oyj|oy|osakeyhtio
sp z o o|sp z oo|spolka z ograniczona odpowiedzialnoscia|sp zoo
sro|s r o|spol s r o|spolecnost s rucenim omezenym
kft|zrt|nyrt|rt|bt
doo|d o o|dd|d d|ad|ead|eood|ood
pao|пао|публичное акционерное общество|public joint stock company|pjsc
oao|оао|открытое акционерное общество|open joint stock company|ojsc
zao|зао|закрытое акционерное общество|closed joint stock company|cjsc
ao|ао|акционерное общество|joint stock company|jsc
тов|чп|ип|ano|ано
as turkey|anonim sirketi|ltd sti|limited sirketi|sti
pt|perseroan terbatas
sdn bhd|sendirian berhad|bhd|berhad
kk|kabushiki kaisha|kabushikigaisha
pc|pllc|pa|chartered
lllp|trust|foundation
`;
export const legalRows: readonly (readonly string[])[] = forms
  .trim()
  .split('\n')
  .map((row) => row.split('|'));

/** In Han and Hangul characters, before or behind the name without a space. */
export const easternForm =
  /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團|公司|株式会社|株式會社|有限会社|合同会社|合名会社|合資会社|（株）|\(株\)|㈱|㈲|주식회사|유한회사|㈜|\(주\)|（주）)/gu;

const endings = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg ohg gbr ug se sa sarl sas srl spa bv nv ab as asa aps oy oyj sro kft zrt doo ood jsc pjsc ojsc bhd kk pllc ltda lda slu'.split(
    ' ',
  ),
);

/** Family names as well: Sá, Se, Co, Pa; a form only in capitals beside small letters, with dots, or behind "&". */
const names = new Set('co sa se as ab pa kg ug sas spa bv nv kk'.split(' '));

/** True where a legal form begins or ends the name. */
export function hasLegalForm(name: string): boolean {
  easternForm.lastIndex = 0;
  if (easternForm.test(name)) return true;
  if (/(?:^|\s)(?:ООО|ОАО|ЗАО|ПАО|АО|ТОВ)(?=$|\s|["«])/u.test(name)) return true;
  const words = name.split(/[\s,]+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  const plain = last.toLowerCase().replace(/[.]/g, '');
  if (words.length < 2) return false;
  if (/^(?:pt|ooo|oao|zao|pao)$/i.test(words[0] ?? '')) return true;
  if (!endings.has(plain)) return false;
  const isLoud = name === name.toUpperCase();
  const isMarked = last.includes('.') || words.at(-2) === '&' || (!isLoud && /\p{Lu}{2}/u.test(last));
  return isMarked || !names.has(plain);
}

/** Words that name an organisation wherever they stand. */
export const organisationWord =
  /(?:^|[\s,(&-])(?:group|holdings?|bank|university|universit[àäéy]t?|universidad|université|institute|foundation|association|society|ministry|department|council|committee|agency|authority|hospital|clinic|school|college|academy|church|museum|hotel|restaurant|partners|associates|consulting|solutions|systems|services|technologies|technology|software|industries|enterprises|international|logistics|insurance|capital|ventures|media|studios?|labs?|pharma|pharmaceuticals|airlines|airways|motors|energy|verein|stiftung|verband|gesellschaft|werke|verlag|versicherung|sparkasse|banque|banco|banca|société|sociedad|asociación|fundación|fondazione|associazione|stichting|newsletter|team|support|sales|info)(?=$|[\s,.)&-])|(?:大学|大學|银行|銀行|医院|醫院|学院|學院|研究所|协会|協會|協会|基金会|基金會|集团|集團|中心|事务所|事務所|商店|대학교|은행|병원)$/iu;
