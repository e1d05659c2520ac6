import { clean } from './sight.ts';
import { legalFormPattern } from './words.ts';

/** Words of a title that name the page, not the site. */
const pageWords =
  /^(?:home|homepage|home page|welcome|about|about us|contact|contact us|our team|team|staff|our staff|people|index|start|startseite|accueil|inicio|kontakt|impressum|über uns|unternehmen|equipo|équipe|locations?|services|products|blog|news|首页|首頁|关于我们|關於我們|联系我们|聯絡我們)$/iu;
const copyright =
  /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}\s*(?:[-–,]\s*(?:\d{4}|present))?)?,?\s*(?:by\s+)?(.{2,80})/iu;

/** Letters and digits of a name, for comparing with a host. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The name of the site's owner: as stated, else the part of the title that fits the host. */
export function siteName(document: Document, domain: string, stated: string): string | undefined {
  if (stated && !/^https?:|^www\./i.test(stated)) return stated;
  const label = squeeze(domain.split('.')[0] ?? '');
  const title = clean(document.querySelector('title')?.textContent);
  const parts = title
    .split(/\s+[|–—·•»›:-]+\s+|\s*[|»]\s*|:\s+/u)
    .map((part) => part.replace(/^welcome to\s+/i, '').trim())
    .filter((part) => part && part.length <= 80 && !pageWords.test(part));
  const best = parts
    .map((part) => ({ part, fit: fitOf(part, label) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)[0];
  return best?.part;
}

/** 0 to 1: how much of the host's name is in these words, or their initials. */
function fitOf(part: string, label: string): number {
  const whole = squeeze(part);
  if (!whole || !label) return 0;
  if (whole === label) return 1;
  const initials = (part.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('').toLowerCase();
  if (initials.length > 2 && (initials === label || label.startsWith(initials))) return 0.8;
  if (whole.length > 3 && label.includes(whole)) return 0.6 + (0.3 * whole.length) / label.length;
  if (label.length > 3 && whole.includes(label))
    return 0.9 - Math.min(0.5, (whole.length - label.length) / 60);
  const words = part.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const hits = words.filter((word) => label.includes(word)).length;
  return hits > 0 ? (0.5 * hits) / words.length : 0;
}

/** Whoever a copyright line names. */
export function copyrightOwner(line: string): string | null {
  const owner = copyright
    .exec(line)?.[1]
    ?.split(
      /\s*(?:all rights|rights reserved|[|•·©]|\. |powered by|site by|website by|design|privacy|terms|alle rechte|tous droits|版权|版權)/iu,
    )[0]
    ?.replace(/^[\s\d,.–-]+|[\s,;:–-]+$/gu, '')
    .trim();
  if (!owner || /^(?:copyright|info|the|by)$/i.test(owner) || owner.length < 2 || owner.length > 70)
    return null;
  return owner.split(' ').length <= 7 || legalFormPattern.test(owner) ? owner : null;
}
