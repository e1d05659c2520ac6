import { attributeOf, textOf } from './dom.ts';
import type { Page, Reading } from './recogniser.ts';
import { absolute } from './schema-thing.ts';
import { clean } from './sight.ts';
import { surveyOf } from './survey.ts';

/** What a page says of itself in its head. */
export type Head = {
  title: string;
  /** What its relative addresses are relative to: its `base`, else its own address (HTML 4.2.3). */
  base: string;
  /** The content of the first `meta` of this property or name, in small letters; empty where there is none. */
  meta: (property: string) => string;
};

/** A page with more of these says nothing more by them. */
const most = 300;
const heads = new WeakMap<Page, Head>();

export function* headOf(page: Page): Reading<Head> {
  const known = heads.get(page);
  if (known) return known;
  const { marked } = yield* surveyOf(page);
  const contents = new Map<string, string>();
  let title = '';
  let base = '';
  for (const element of marked.meta.slice(0, most)) {
    if (element.localName === 'title') title ||= clean(textOf(element));
    else if (element.localName === 'base') base ||= element.getAttribute('href') ?? '';
    else
      for (const named of ['property', 'name']) {
        const key = attributeOf(element, named)?.toLowerCase();
        if (key && !contents.has(key)) contents.set(key, clean(element.getAttribute('content')));
      }
  }
  const head: Head = {
    title,
    base: base ? absolute(base, page.url) : page.url,
    meta: (property) => contents.get(property) ?? '',
  };
  heads.set(page, head);
  return head;
}
