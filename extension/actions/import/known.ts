import { orderStages } from '../../../shared/domain/deal/order.ts';
import { externalKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Company, Contact, Deal, Member, Pipeline, Stage } from '../../../shared/domain/rows.ts';
import { type IdentityKey, keyText } from '../../../shared/identity/key.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { allOf } from './all-of.ts';
import { foldedName, isCertain } from './joined.ts';

/** Our own exports name rows by their ids: `sidebook:<id>`. */
const ownPrefix = 'sidebook:';
export const ownName = (id: Id): string => `${ownPrefix}${id}`;
const ownIds = (externalIds: readonly string[]): Id[] =>
  externalIds.flatMap((each) => (each.startsWith(ownPrefix) ? [each.slice(ownPrefix.length)] : []));
const ownIdsIn = (keys: readonly IdentityKey[]): Id[] =>
  ownIds(keys.flatMap(({ kind, value }) => (kind === 'external' ? [value] : [])));

/** What the workspace has, as far as an import asks for it: read for some rows at a time. */
export type Known = {
  contacts(keys: readonly IdentityKey[], name: string | null): Contact[];
  companies(domains: readonly string[], externalIds: readonly string[], name: string | null): Company[];
  deals(externalIds: readonly string[]): Deal[];
  isLogged(keys: readonly string[]): boolean;
};

/** What is looked up by name: read once. */
export type Names = {
  member(text: string): Id | null;
  stage(stage: string | null, pipeline: string | null): Stage | null;
  /** The companies of a name. */
  companies: Map<string, Set<Id>>;
};

export async function readNames(mirror: Mirror): Promise<Names> {
  const [members, pipelines, stages] = await Promise.all([
    mirror.all('member'),
    mirror.all('pipeline'),
    mirror.all('stage'),
  ]);
  const companies = new Map<string, Set<Id>>();
  for (const { id, name, mergedInto } of await allOf(mirror, 'company')) {
    if (mergedInto) continue;
    const folded = foldedName(name);
    companies.set(folded, (companies.get(folded) ?? new Set()).add(id));
  }
  const byText = new Map<string, Id>();
  const named = (member: Member) => [member.name, member.email ?? ''];
  for (const member of members)
    if (member.role !== 'former')
      for (const text of named(member))
        if (text && !byText.has(foldedName(text))) byText.set(foldedName(text), member.id);
  return {
    member: (text) => byText.get(foldedName(text)) ?? null,
    stage: (stage, pipeline) => stageNamed(pipelines, orderStages(stages), stage, pipeline),
    companies,
  };
}

function stageNamed(
  pipelines: readonly Pipeline[],
  stages: readonly Stage[],
  stage: string | null,
  pipeline: string | null,
): Stage | null {
  const wanted = pipeline ? pipelines.filter(({ name }) => foldedName(name) === foldedName(pipeline)) : [];
  const within =
    wanted.length > 0
      ? stages.filter(({ pipelineId }) => wanted.some(({ id }) => id === pipelineId))
      : stages;
  if (stage) return within.find(({ name }) => foldedName(name) === foldedName(stage)) ?? null;
  return wanted.length > 0 ? (within[0] ?? null) : null;
}

export type Asked = {
  keys: IdentityKey[];
  domains: string[];
  externalIds: string[];
  companyIds: Id[];
  dealIds: string[];
  logs: string[];
};

/** Reads who and what these rows may mean, all at once. */
export async function lookUp(mirror: Mirror, asked: Asked, names: Names): Promise<Known> {
  const ids = (noun: string, of: readonly Id[]) => of.map((id) => `${noun}:${id}`);
  const contactKeys = [...new Set([...asked.keys.map(keyText), ...ids('contact', ownIdsIn(asked.keys))])];
  const companyKeys = [
    ...asked.domains.map((domain) => `domain:${domain}`),
    ...asked.externalIds.map((each) => `external:${each}`),
    ...ids('company', [...asked.companyIds, ...ownIds(asked.externalIds)]),
  ];
  const [contacts, companies, deals] = await Promise.all([
    mirror.candidates('contact', contactKeys),
    mirror.candidates('company', [...new Set(companyKeys)]),
    mirror.candidates('deal', [
      ...new Set([...asked.dealIds.map((each) => `external:${each}`), ...ids('deal', ownIds(asked.dealIds))]),
    ]),
  ]);
  const living = <R extends { mergedInto: Id | null }>(rows: R[]) =>
    rows.filter(({ mergedInto }) => !mergedInto);
  const byKey = grouped(living(contacts), ({ id, keys }) => [
    `external:${ownName(id)}`,
    ...keys.map(keyText),
  ]);
  const byMark = grouped(living(companies), (company) => [
    `external:${ownName(company.id)}`,
    ...company.domains.map((domain) => `domain:${domain}`),
    ...(company.externalIds ?? []).map((each) => `external:${each}`),
  ]);
  const byId = new Map(companies.map((company) => [company.id, company]));
  const dealBy = grouped(deals, ({ id, externalIds }) => [ownName(id), ...(externalIds ?? [])]);
  const logged = await loggedOf(mirror, asked.logs);
  return {
    contacts: (keys, name) => {
      // Its own id is surer than any key that it may have lost since.
      const [own] = ownIdsIn(keys).flatMap((id) => byKey.get(`external:${ownName(id)}`) ?? []);
      if (own) return [own];
      const sure = keys.filter(isCertain).flatMap((key) => byKey.get(keyText(key)) ?? []);
      const folded = name ? foldedName(name) : null;
      const phoned = keys
        .filter(({ kind }) => kind === 'phone')
        .flatMap((key) => (byKey.get(keyText(key)) ?? []).filter((each) => foldedName(each.name) === folded));
      const found = [...new Set(sure.length > 0 ? sure : phoned)];
      // Two people of one name at one switchboard: neither is surely meant.
      return sure.length === 0 && found.length > 1 ? [] : found;
    },
    companies: (domains, externalIds, name) => {
      const [own] = ownIds(externalIds).flatMap((id) => byMark.get(`external:${ownName(id)}`) ?? []);
      if (own) return [own];
      const sure = [
        ...domains.flatMap((domain) => byMark.get(`domain:${domain}`) ?? []),
        ...externalIds.flatMap((each) => byMark.get(`external:${each}`) ?? []),
      ];
      if (sure.length > 0 || !name) return [...new Set(sure)];
      const [only, ...more] = names.companies.get(foldedName(name)) ?? [];
      const found = only !== undefined && more.length === 0 ? byId.get(only) : undefined;
      return found ? [found] : [];
    },
    deals: (externalIds) => [...new Set(externalIds.flatMap((each) => dealBy.get(each) ?? []))],
    isLogged: (keys) => keys.some((key) => logged.has(key)),
  };
}

function grouped<R>(rows: readonly R[], textsOf: (row: R) => string[]): Map<string, R[]> {
  const by = new Map<string, R[]>();
  for (const row of rows) for (const text of textsOf(row)) by.set(text, [...(by.get(text) ?? []), row]);
  return by;
}

async function loggedOf(mirror: Mirror, keys: readonly string[]): Promise<Set<string>> {
  const logged = new Set<string>();
  if (keys.length === 0) return logged;
  await mirror.read(async (tx) => {
    for (const key of keys) {
      const tag = `interaction/key/${key}`;
      if ((await tx.scanTags('row', { from: tag, to: `${tag}\u0000`, limit: 1 })).length > 0) logged.add(key);
    }
  });
  for (const { fingerprint } of await mirror.beyond(keys)) for (const key of fingerprint) logged.add(key);
  return logged;
}

export const logKeys = ({
  externalId,
  fingerprint,
}: {
  externalId: string;
  fingerprint: string[];
}): string[] => [externalKey(externalId), ...fingerprint];
