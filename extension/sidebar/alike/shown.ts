import type { SidebarState } from '../../messages/state.ts';

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Hosts on the screen that belong to nobody known: of unknown people's addresses, and of the page. */
export function shownHosts({ people, company, screen }: SidebarState): string[] {
  const hosts = new Set<string>();
  for (const person of people) {
    if (person.contact || person.internal) continue;
    for (const { value } of person.sighting.keys) if (value.kind === 'email') hosts.add(hostOf(value.value));
  }
  if (!company?.company && company?.domain) hosts.add(company.domain);
  if (screen.kind === 'page' && !company?.company && URL.canParse(screen.url))
    hosts.add(new URL(screen.url).hostname);
  hosts.delete('');
  return [...hosts].slice(0, 20);
}

/** What companies on the screen are called that are not known. */
export function shownNames({ people, company }: SidebarState): string[] {
  const names = new Set<string>();
  if (company && !company.company && company.name !== company.domain) names.add(company.name);
  for (const { contact, internal, sighting } of people)
    if (!contact && !internal && sighting.fields.organisation) names.add(sighting.fields.organisation.value);
  return [...names].map((name) => name.slice(0, 300)).slice(0, 20);
}
