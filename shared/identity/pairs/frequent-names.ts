const shares = (share: number, names: string): [string, number][] =>
  names.split(/\s+/).map((name) => [name, share]);

/** Names that are common somewhere, and in what share of the people there, roughly; all others are taken for rare. */
const families = new Map([
  ...shares(
    1 / 15,
    '王 李 张 刘 陈 wang li zhang liu chen kim lee park 金 李 朴 김 이 박 nguyen tran 阮 singh kaur',
  ),
  ...shares(
    1 / 60,
    '杨 黄 赵 吴 周 yang huang zhao wu zhou choi jung kang cho 최 정 강 le pham huynh khan kumar sharma mohammed ali ahmed',
  ),
  ...shares(
    1 / 120,
    `smith jones williams brown taylor johnson davies garcia rodriguez gonzalez fernandez lopez martinez sanchez silva
    santos muller schmidt ivanov hansen johansen olsen andersson johansson nielsen jensen sato suzuki 佐藤 鈴木 高橋 田中`,
  ),
]);
const givens = new Map([
  ...shares(
    1 / 60,
    'john david michael james maria mohammed muhammad ahmed ali anna jose juan 伟 芳 娜 敏 静 wei min jing li',
  ),
  ...shares(
    1 / 150,
    'robert william mary peter paul thomas daniel mark richard sarah laura julia elena carlos ana jean 强 磊 军 洋',
  ),
]);

/** In what share of people a name is met, if it is a common one; null: it is not, or it is no name. */
export const commonIn = (field: string, value: string): number | null =>
  (field === 'family' ? families.get(value) : field === 'given' ? givens.get(value) : null) ?? null;
