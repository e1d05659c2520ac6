import {
  chineseCompound,
  chineseSingle,
  japaneseFamilies,
  koreanCompound,
  koreanSingle,
} from '../../../shared/identity/name/families.ts';
import type { Mention, Sign } from './sign.ts';
import { isPersonLabel, isTitle, politeAfter } from './titles.ts';

/** Names in Han, Kana and Hangul: never parted at spaces, their family name by list. */

/** Words of menus and headings that begin with a sign of a family name. */
const common = new Set(
  `关于 關於 安全 应用 應用 成功 常见 常見 简介 簡介 计划 計劃 明细 解决 解決 施工 商务 商務 商品 商城 商店 商标 商机
农业 農業 乐园 车辆 車輛 房产 房產 房屋 门店 門店 门户 國際 国际 国内 國內 平台 平臺 水果 温度 安装 安裝 党建 党委
党员 和平 江苏 江西 江蘇 云南 雲南 云服务 云计算 万元 高级 高級 高清 高端 高新 高效 高考 方法 方案 方式 方便 方向 金融
黄金 黃金 白色 黑色 红色 马上 馬上 于是 周边 周邊 周年 周一 周末 时间 時間 时尚 時尚 明确 和谐 全部 全国 全國 全文
全球 全站 管理 金额 金額 谢谢 謝謝 文章 文化 文件 文字 文档 华东 华南 华北 华中 金牌 项目 項目 连接 連接 联系 单位
單位 单价 单击 甘肃 包装 包裝 包括 宁波 宁夏 符合 舒适 成都 成立 成果 成员 成本 成长 谷歌 盛大 曲线 经典 应收 牛奶
康复 施肥 安徽 安卓 安心 安排 安静 易用 古典 古代 支持 支付 支援 席位 计算 計算 計畫 平方 平均 平时 花园 花卉 权利
权益 國家 国家 国产 国土 巴士 巴西 丰富 豐富 向上 向下 利用 利益 利率 来自 來自 来源 信息 信用 信任 信賴 束缚 展示
展览 展会 展開 阳光 陽光 阳台 玉米 银行 銀行 公司 公告 公开 公共 公益 战略 戰略 干净 干部 游戏 遊戲 游客 海外 通知
通用 通过 沈阳 鲁能 石油 石家庄 杭州 温州 苏州 蘇州 常州 徐州 江门 金华 黄山 泰州 广州 汕头 柳州 房地产 梅州 苗木 冷水
冷库 车间 車間 车型 和服 林业 林業 森林 毛利 毛巾 史上 陶瓷 石材 田园 田園 唐山 唐朝 宋代 汉字 宋体 元旦 米饭 雷达
雷電 雷电 钱包 錢包 钱币 季度 季节 季節 党校 司机 司機 司法 农村 農村 农产品 農產品 农民 车票 车站 車站 时代 時代 时候
时政 强大 强化 万能 万科 万达 通讯 段落 关注 關注 关闭 关键 關鍵 路线 路線 路由 路径 高雄 台北 新竹 游泳 余额 餘額
余下 余地 钟表 鐘錶 饶有 相关 相關 相册 相片 相机 相機 初中 初级 初級 初期 帮助 景点 景區 景区 古镇 宾馆 賓館 顾客
顧客 顾问 顧問 查看 查询 查詢 查找 尚未 左右 左侧 右侧 包邮 官方 官网 官網 都市 都会 容量 容易 普通 普及 能源 元素
元件 束腰 满意 滿意 满足 屈服 牟利 艾草 柏林 童装 童裝 童话 寇丹 郎酒 仲裁 桑拿 沙发 沙發 荣誉 榮譽 荣获 官员 班级
班長 储存 储备 南京 南昌 南宁 南通 南方 南山 北京 东莞 东方 西安 西藏 西部 东南 东北 原料 原因 原创 内容 内部 上海
上海市 中野 関東 関西 東京 大阪 東北 北海 九州 西日本 東日本 大野 上野 本間 平日 原則 南口 北口 東口 西口 新井戸 이벤트
이메일 이미지 정회원 서비스 오시는 고객님 소비자 마케팅 연락처 반도체 모바일 어린이 사이트 부동산 가이드 동영상 온라인
시스템 리스트`
    .split(/\s+/u)
    .filter(Boolean),
);

const han = '\\p{Script=Han}';
const compound = [...chineseCompound].join('|');
const shapes = new RegExp(`^(?:(?:${compound})${han}{1,2}|${han}{2,3}|${han}·?${han}{1,2})$`, 'u');
const japaneseShape = new RegExp(
  `^(${han}{1,3}|佐々木|小野寺|長谷川|五十嵐)[ 　]?([${'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'}]{1,4})$`,
  'u',
);
const koreanShape = /^[\uac00-\ud7af]{2,4}$/;

/** 'Chinese', 'Japanese' or 'Korean' where it may be a name; null where it is none. */
export function easternKind(text: string): 'zh' | 'ja' | 'ko' | null {
  if (text.length < 2 || text.length > 9 || common.has(text)) return null;
  if (koreanShape.test(text)) {
    const isCompound = koreanCompound.has(text.slice(0, 2)) && text.length > 2;
    return (text.length === 3 && koreanSingle.has(text.charAt(0))) || isCompound ? 'ko' : null;
  }
  const japanese = japaneseShape.exec(text);
  if (japanese && text.length > 2 && japaneseFamilies.has(japanese[1] ?? '') && /[ 　]/u.test(text))
    return 'ja';
  const tight = text.replace(/[ 　]/gu, '');
  if (
    shapes.test(tight) &&
    (chineseCompound.has(tight.slice(0, 2)) ? tight.length > 2 : chineseSingle.has(tight.charAt(0)))
  ) {
    return common.has(tight) ? null : 'zh';
  }
  if (japanese && text.length >= 3) {
    for (let length = 3; length > 0; length--) {
      if (
        tight.length > length &&
        tight.length <= length + 3 &&
        length > 1 &&
        japaneseFamilies.has(tight.slice(0, length))
      )
        return 'ja';
    }
  }
  return null;
}

const gap = /[:：\s　|｜/／,，、;；()（）【】[\]·•—–-]+/u;
/** A line longer than this is prose: names in it are read only behind a label. */
const longest = 60;

/** A line with a name in it: alone, beside a title, or behind a label. */
export function easternMention(text: string): Mention[] | null {
  if (text.length > 200) return null;
  const cells = text.split(/[|｜;；]|\s{2,}|　{2,}/u, 12);
  if (cells.length < 2) return inCell(text);
  const found = cells.flatMap((cell) => inCell(cell.trim()) ?? []).filter(({ signs }) => !signs.has('whole'));
  return found.length > 0 ? found : null;
}

/** A number behind somebody's name. */
const number = /(?:[\s　,，]*(?:电话|電話|手机|手機|Tel|TEL|전화|携帯)?[\s　:：.]*[+\d(][\d\s()-]{6,})$/u;

function inCell(raw: string): Mention[] | null {
  const text = raw.replace(number, '');
  const tidy = text.replace(/^[•·\s　>»―—–-]+|[\s　。]+$/gu, '');
  if (!tidy) return null;
  const whole = easternKind(tidy);
  if (whole) return [mention(tidy, text.indexOf(tidy), undefined, ['whole', 'eastern'])];
  const found: Mention[] = [];
  // "联系人：王小明 先生", "董事长：王小明", "代表取締役　山田 太郎"
  const label = /^([^:：]{1,24})[:：]\s*(.+)$/u.exec(tidy);
  if (label) {
    const [, before = '', after = ''] = label;
    const isLabel = isPersonLabel(before.replace(/[\s　]/gu, ''));
    if (isLabel || (before.length < 16 && isTitle(before))) {
      for (const piece of after.split(/[,，、;；/／]|\s{2,}/u, 6)) {
        const read = named(piece.trim());
        if (!read) continue;
        const title = read.title ?? (isLabel && !isTitle(before) ? undefined : before.trim());
        found.push(mention(read.name, text.indexOf(piece), title, ['label', 'eastern', ...read.signs]));
      }
      return found.length > 0 ? found : null;
    }
  }
  if (tidy.length > longest) return null;
  const read = named(tidy);
  if (read && (read.title || read.signs.includes('polite'))) {
    found.push(mention(read.name, text.indexOf(read.name), read.title, ['eastern', 'head', ...read.signs]));
    return found;
  }
  // "销售总监 王小明", "代表取締役社長 山田太郎"
  const pieces = tidy.split(gap).filter(Boolean);
  if (pieces.length < 2 || pieces.length > 5) return null;
  for (const size of [1, 2]) {
    const name = pieces.slice(-size).join(' ');
    const title = tidy
      .slice(0, tidy.lastIndexOf(pieces.at(-size) ?? ''))
      .replace(/[:：\s　|｜/／,，、·•—–-]+$/u, '');
    if (title && title.length < 30 && isTitle(title) && easternKind(name)) {
      return [
        mention(name, text.lastIndexOf(pieces.at(-size) ?? ''), title, ['eastern', 'tail', 'titleBeside']),
      ];
    }
  }
  return null;
}

/** A name at the head of a text, with the polite form or the title behind it. */
function named(text: string): { name: string; title: string | undefined; signs: Sign[] } | null {
  const whole = easternKind(text);
  if (whole) return { name: text, title: undefined, signs: [] };
  for (const size of [6, 5, 4, 3, 2, 1]) {
    const name = text.slice(0, size).trimEnd();
    const rest = text.slice(size);
    if (!rest || name.length !== size) continue;
    if (size > 1 ? easternKind(name) : chineseSingle.has(name)) {
      const polite = politeAfter.exec(rest)?.[0];
      if (polite && (size > 1 || /先生|女士|小姐|经理|經理|总|總/u.test(polite))) {
        const isTitlePolite = isTitle(polite.trim());
        const isAddress = size === 1;
        return {
          name: isAddress ? `${name}${polite.trim()}` : name,
          title: isTitlePolite && !isAddress ? polite.trim() : undefined,
          signs: isTitlePolite && !isAddress ? ['polite', 'titleBeside'] : ['polite'],
        };
      }
      const parted = /^[\s　]*[(（|｜/／,，、:：—–-]*[\s　]*(.{2,40}?)[)）]?$/u.exec(rest)?.[1];
      if (
        size > 1 &&
        parted &&
        /^[\s　(（|｜/／,，、:：—–-]/u.test(rest) &&
        isTitle(parted) &&
        parted.length < 30
      )
        return { name, title: parted.trim(), signs: ['titleBeside'] };
    }
  }
  return null;
}

function mention(name: string, at: number, title: string | undefined, signs: Sign[]): Mention {
  const all = new Set(signs);
  if (name.length < 3) all.add('short');
  return { name, first: name.charAt(0), last: name, at: Math.max(0, at), title, signs: all };
}
