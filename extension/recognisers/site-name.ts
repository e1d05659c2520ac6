import { formFirst } from './companies/legal-forms.ts';
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

/** The words of a title's part that spell the host's name, or the whole where it is abbreviated in it. */
function nameIn(part: string, label: string): { name: string; fit: number } | null {
  const lower = small(part);
  const words = part.split(' ').length;
  for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const end = walk(lower, index, label);
    if (!end || end.cut || end.cover < 0.75) continue;
    const form = formFirst.exec(part.slice(end.at))?.[0] ?? '';
    return { name: part.slice(index, end.at) + form, fit: end.cover };
  }
  const initials = (lower.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('');
  return initials.length > 2 && words <= 8 && label.startsWith(initials) ? { name: part, fit: 0.7 } : null;
}
