import { attributeOf } from './dom.ts';
import { absolute } from './schema-thing.ts';
import type { Survey } from './survey.ts';

/** The same one elsewhere, as whoever made the page says by `rel=me` (microformats.org/wiki/rel-me). */
export const elsewhere = ({ marked }: Pick<Survey, 'marked'>, base: string): string[] =>
  marked.link
    .filter((link) => /(?:^|\s)me(?:\s|$)/i.test(attributeOf(link, 'rel') ?? ''))
    .slice(0, 30)
    .map((link) => absolute(attributeOf(link, 'href') ?? '', base))
    .filter((url) => /^https?:/i.test(url));

/** Two addresses of one page. */
export const isSamePage = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '');
