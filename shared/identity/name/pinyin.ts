import { hanTable } from '../../kit/han-table.ts';
import { apart, firstLevel, secondLevel, syllables } from './pinyin-data.ts';

/** Decodes GB 2312: every browser and Node can, and shared/ knows no platform. */
export type DecodeGb = (bytes: Uint8Array) => string;

/** The characters of GB 2312's levels in their order; the first is sorted by reading. */
export function gbCharacters(decode: DecodeGb): { first: string[]; second: string[] } {
  const rows = (from: number, to: number): string[] => {
    const bytes: number[] = [];
    for (let lead = from; lead <= to; lead++)
      for (let trail = 0xa1; trail <= 0xfe; trail++) {
        // Five places at the end of the first level are empty.
        if (lead === 0xd7 && trail > 0xf9) continue;
        bytes.push(lead, trail);
      }
    return Array.from(decode(Uint8Array.from(bytes)));
  };
  return { first: rows(0xb0, 0xd7), second: rows(0xd8, 0xf7) };
}

/**
 * Characters with more than one reading where names, places and companies use both; the usual one first. As a family
 * name the last one is meant where it is marked with a star.
 */
const several =
  '长chang,zhang重zhong,chong行xing,hang乐le,yue*单dan,shan*曾zeng,ceng朝chao,zhao解jie,xie*仇chou,qiu*区qu,ou*查cha,zha*盖gai,ge*朴pu,piao*覃qin,tan翟zhai,di尉wei,yu柏bai,bo薄bo,bao厦sha,xia都du,dou晟sheng,cheng茜qian,xi莞wan,guan蔚wei,yu会hui,kuai石shi,dan车che,ju谷gu,yu藏cang,zang传chuan,zhuan弹dan,tan调diao,tiao角jiao,jue大da,dai六liu,lu系xi,ji还hai,huan*降jiang,xiang俞yu,shu召zhao,shao*员yuan,yun*祭ji,zhai*折zhe,she*缪mou,miao*隗wei,kui*郇xun,huan种zhong,chong*黑hei,he繁fan,po*秘mi,bi*宿su,xiu叶ye,xie盛sheng,cheng奇qi,ji泊bo,po埔pu,bu堡bao,pu什shi,shen吕lv,lu,lyu绿lv,lu女nv,nu旅lv,lu律lv,lu闾lv,lu万wan,mo参can,shen洗xi,xian*冯feng,ping贾jia,gu阿a,e伯bo,bai地di,de率lv,shuai省sheng,xing蛤ha,ge那na,ne*牟mou,mu*褚chu,zhu殷yin,yan';

type Readings = { of(character: string): readonly string[]; family(character: string): string | undefined };

function unpack(decode: DecodeGb): Readings {
  const names = syllables.split(' ');
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const named = (high = '', low = ''): string => names[digits.indexOf(high) * 64 + digits.indexOf(low)] ?? '';
  const { first, second } = gbCharacters(decode);
  const one = new Map<string, string>();
  let at = 0;
  for (const [, high, low, count = ''] of firstLevel.matchAll(/(.)(.)(.)/g))
    for (let left = digits.indexOf(count); left > 0; left--) one.set(first[at++] ?? '', named(high, low));
  const [highs = '', lows = ''] = secondLevel.split(' ');
  second.forEach((character, place) => {
    one.set(character, named(highs[place], lows[place]));
  });
  for (const [, character = '', reading = ''] of apart.matchAll(/([^a-z])([a-z]+)/gu))
    one.set(character, reading);
  const more = new Map<string, string[]>();
  const families = new Map<string, string>();
  for (const [, character = '', list = ''] of several.matchAll(/([^a-z,*])([a-z,*]+)/gu)) {
    const readings = list.replace('*', '').split(',');
    more.set(character, readings);
    if (list.endsWith('*')) families.set(character, readings.at(-1) ?? '');
  }
  const none: readonly string[] = [];
  return {
    of: (character) => {
      const known = one.get(character);
      return more.get(character) ?? (known ? [known] : none);
    },
    family: (character) => families.get(character),
  };
}

const han = /\p{Script=Han}/u;
/** A name of more is a text. */
const mostCharacters = 24;

/** Han characters read aloud, without tones, as people type them (`lv` for 吕). */
export type Pinyin = {
  /** A person's name or one of its parts, as one word; null where a character is not known. */
  name(text: string, isFamily?: boolean): string | null;
  /** The readings of each character of a run, the usual one first; nothing for one that is not known. */
  each(text: string): (readonly string[])[];
};

/** The tables are unpacked on first use: most workspaces hold no Han character. */
export function pinyin(decode: DecodeGb): Pinyin {
  let readings: Readings | null = null;
  const table = hanTable;
  const simplified = (text: string): string[] =>
    Array.from(text.normalize('NFKC'))
      .slice(0, mostCharacters)
      .map((character) => table().get(character) ?? character);
  const get = (): Readings => {
    readings ??= unpack(decode);
    return readings;
  };
  return {
    name(text, isFamily = false) {
      let whole = '';
      for (const character of simplified(text)) {
        if (!han.test(character)) continue;
        const read = (isFamily ? get().family(character) : undefined) ?? get().of(character)[0];
        if (read === undefined) return null;
        whole += read;
      }
      return whole || null;
    },
    each: (text) =>
      simplified(text).map((character) => {
        const family = get().family(character);
        const all = get().of(character);
        return family && !all.includes(family) ? [...all, family] : all;
      }),
  };
}
