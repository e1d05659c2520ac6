import { isFreeMailDomain } from '../../shared/identity/free-mail.ts';
import type { PassesFor } from '../messages/pairs.ts';
import { type Index, knownIn, moreIn, type Passing, passingDomain, passingName } from '../pairs/known.ts';
import type { Core } from './core.ts';
import { companyByDomain, companyDomain, ourSide } from './find-people.ts';

/** More than one screen shows. */
const mostAsked = 20;
const wordOf = (seen: string, known: string): string => `look-alike ${seen} ${known}`;

/** For whom what is seen passes, by the mirror's own companies: nothing is asked of anybody else. */
export async function lookAlikes(
  core: Core,
  { hosts, names }: { hosts: string[]; names: string[] },
): Promise<PassesFor[]> {
  const { mirror, dismissed } = core;
  const kept = await mirror.recall('pairs/known', knownIn);
  const index: Index = {
    ...(kept ?? { firms: [], keys: new Float64Array() }),
    more: await mirror.recall('pairs/known-more', moreIn),
  };
  const side = await ourSide(mirror, null);
  const found: PassesFor[] = [];
  const add = async (kind: PassesFor['kind'], passing: Passing | null): Promise<void> => {
    if (!passing || dismissed.has(wordOf(passing.seen, passing.known))) return;
    // It may have been removed or merged since.
    const company = await mirror.get('company', passing.firm.id);
    if (!company || company.mergedInto || found.some(({ seen }) => seen === passing.seen)) return;
    const { seen, known, differences, risk } = passing;
    found.push({ kind, seen, known, differences, risk, company: { id: company.id, name: company.name } });
  };
  let isKnown = false;
  const asked = new Set(hosts.slice(0, mostAsked));
  for (const host of asked) {
    const domain = companyDomain(host);
    if (!domain || isFreeMailDomain(domain) || side.domains.has(domain)) continue;
    // A host whose name stands in front of another is seen whole.
    if (await companyByDomain(mirror, domain)) isKnown = true;
    else await add('domain', passingDomain(index, host));
  }
  // Who writes from a company's own domain may call it as they like.
  if (!isKnown && found.length === 0)
    for (const name of names.slice(0, mostAsked)) await add('name', passingName(index, name));
  return found.sort((a, b) => b.risk - a.risk);
}

/** In this browser it is not said again. */
export const dismissLookAlike = (
  { dismissed }: Core,
  { seen, known }: { seen: string; known: string },
): Promise<void> => dismissed.add(wordOf(seen, known));
