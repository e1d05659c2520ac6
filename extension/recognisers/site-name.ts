import { walk } from './companies/spelt.ts';
import { titleParts } from './companies/title.ts';
import { small } from './corpus.ts';

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The name of the site's owner: as stated, else what the title has of the host's name. */
export function siteName(title: string, domain: string, stated: string): string | undefined {
  if (stated && !/^https?:|^www\./i.test(stated)) return stated;
  const label = squeezed(domain.split('.')[0] ?? '');
  const [best] = titleParts(title)
    .map((part) => nameIn(part, label))
    .filter((one) => one !== null)
    .sort((a, b) => b.fit - a.fit);
  return best?.name;
}

/** The whole of a short part that begins with the host's name or is abbreviated in it; else the words that spell it. */
function nameIn(part: string, label: string): { name: string; fit: number } | null {
  const lower = small(part);
  const words = part.split(' ').length;
  for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const end = walk(lower, index, label);
    if (!end || end.cut || end.cover < 0.75) continue;
    const isWhole = (index === 0 || /^the $/i.test(part.slice(0, index))) && words <= 6;
    return { name: isWhole ? part : part.slice(index, end.at), fit: end.cover };
  }
  const initials = (lower.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('');
  return initials.length > 2 && words <= 8 && label.startsWith(initials) ? { name: part, fit: 0.7 } : null;
}
