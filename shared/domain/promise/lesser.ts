/**
 * Said of a file or a thing that is not yet, or not quite, what was promised: a draft, another one. A list by itself: who
 * judges what a mail brought carries no tables of how one promises.
 */
const lesser: readonly RegExp[] = [
  /(?<![\p{L}./@])(?:drafts?|templates?|examples?|specimen|blank|unsigned|preliminary|interim|old|previous|outdated|other|another|different|instead|ones?\s+for)(?!\p{L})/iu,
  /草稿|草案|初稿|模板|范本|範本|样本|樣本|示例|例子|空白|未签|未簽|旧|舊|其他|其它|另一|另外|别的|別的|上一版|参考版|參考版/u,
];
export const isLesser = (text: string): boolean => lesser.some((words) => words.test(text));
