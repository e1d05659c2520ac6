import type { Input } from '../../../shared/sync/mutation.ts';
import { heldKinds, normalised } from '../contact/key.ts';
import { liveCompany, mayUse } from '../effect.ts';
import { fittingOwn } from '../own-field/values.ts';
import { FRESH } from '../plan.ts';
import { isFresh } from './part.ts';
import { twinsOf } from './twin.ts';

type Contact = Input<'contact.add'>;

/** Whoever holds one of a given one's personal keys, where the importing member may see them; the shared one first. [A3] */
const held = `(SELECT k.contact_id FROM json_each(j.value, '$[17]') x JOIN contact_key k
  ON k.held = 1 AND k.kind = x.value ->> 0 AND k.value = x.value ->> 1 AND COALESCE(k.private_to, '') IN ('', :by)
  ORDER BY k.private_to IS NOT NULL, x.key LIMIT 1)`;
const twin = `(SELECT COALESCE(merged_into, id) FROM contact WHERE id = j.value ->> 18)`;

/** LIMIT keeps what is looked up from being looked up wherever it is named. */
const insert = (rows: string, same: string): string =>
  `INSERT INTO contact (id, created_at, created_by, updated_at, name, given_name, family_name, title, company_id, life_cycle,
  owner_id, origin_channel, origin_page, origin_campaign, origin_referrer, phone, address, zone, role, role_reason, own, merged_into, private_to)
SELECT v ->> 0, :at, :by, :at, v ->> 1, v ->> 2, v ->> 3, v ->> 4, ${liveCompany('v ->> 5')}, v ->> 6,
  COALESCE((SELECT id FROM member WHERE id = v ->> 7 AND deleted_at IS NULL), :by),
  v ->> 8, v ->> 9, v ->> 10, v ->> 11, v ->> 12, v ->> 13, v ->> 19, v ->> 14, v ->> 15, ${fittingOwn('contact', 'v -> 16')}, same,
  CASE WHEN :private THEN :by ELSE (SELECT private_to FROM contact WHERE id = same) END
FROM (SELECT j.value AS v, ${same} AS same FROM json_each(${rows}) j LIMIT -1) WHERE ${FRESH} ON CONFLICT DO NOTHING`;

const personal = new Set(['email', 'profile', 'external']);

/** New contacts; one whose personal key is held becomes an alias of the one that holds it. */
export function addContacts(contacts: Contact[]) {
  const rows = contacts.map((contact) => ({
    contact,
    keys: contact.keys.map(normalised).filter(({ kind }) => personal.has(kind)),
  }));
  const { first, twins } = twinsOf(rows, ({ keys }) => keys.map(({ kind, value }) => `${kind}:${value}`));
  const columns = ({ contact: c, keys }: (typeof rows)[number], of: string | null) => [
    ...[c.id, c.name, c.givenName, c.familyName, c.title, c.companyId, c.lifeCycle, c.ownerId],
    ...[c.origin.channel, c.origin.page, c.origin.campaign, c.origin.referrer],
    ...[c.phone, c.address, c.role ?? null, c.roleReason ?? null, c.own],
    ...[keys.map(({ kind, value }) => [kind, value]), of, c.zone ?? null],
  ];
  return {
    effects: [insert(':contacts', held), ...(twins.length > 0 ? [insert(':contactTwins', twin)] : [])],
    history: `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'contact', h.id, h.field, NULL, h.value, :at, :by FROM (
  SELECT c.id, f.field, j.key, CASE f.field WHEN 'added' THEN c.name WHEN 'lifeCycle' THEN c.life_cycle WHEN 'ownerId' THEN c.owner_id WHEN 'companyId' THEN c.company_id END AS value
  FROM json_each(:contactIds) j JOIN contact c ON c.id = j.value,
    (SELECT 'added' AS field UNION ALL SELECT 'lifeCycle' UNION ALL SELECT 'ownerId' UNION ALL SELECT 'companyId') f
  WHERE c.merged_into IS NULL AND ${isFresh('contact', 'c.id')}
  UNION ALL SELECT c.id, 'mergedInto', j.key, c.merged_into FROM json_each(:contactIds) j JOIN contact c ON c.id = j.value
  WHERE c.merged_into IS NOT NULL AND ${isFresh('contact', 'c.id')}) h
WHERE h.value IS NOT NULL AND ${FRESH} ORDER BY h.key`,
    args: {
      contacts: JSON.stringify(first.map((row) => columns(row, null))),
      contactTwins: JSON.stringify(twins.map(({ row, of }) => columns(row, of.contact.id))),
      contactIds: JSON.stringify(contacts.map(({ id }) => id)),
    },
  };
}

/** A row of `:keys`: [contact, kind, value, source, position]. */
export const keyRows = (id: string, keys: Contact['keys']) =>
  keys.map(normalised).map((key, position) => [id, key.kind, key.value, key.source, position]);

// Whoever stands for the contact named. An alias that was added privately tells a shared contact nothing. [A4]
const target = `(SELECT s.id, s.private_to, j.value ->> 1 AS kind, j.value ->> 2 AS value, j.value ->> 3 AS source, j.value ->> 4 AS position
  FROM json_each(:keys) j JOIN contact a ON a.id = j.value ->> 0 JOIN contact s ON s.id = COALESCE(a.merged_into, a.id)
  WHERE a.deleted_at IS NULL AND s.deleted_at IS NULL AND ${mayUse('a')} AND ${mayUse('s')} AND (NOT :private OR s.private_to IS NOT NULL))`;
const isTaken = `(EXISTS (SELECT 1 FROM contact_key k WHERE k.contact_id = t.id AND k.kind = t.kind AND k.value = t.value)
  OR (t.kind IN (${heldKinds}) AND EXISTS (SELECT 1 FROM contact_key k WHERE k.held = 1 AND k.kind = t.kind AND k.value = t.value AND COALESCE(k.private_to, '') = COALESCE(t.private_to, ''))))`;

/** Keys in `:keys`; what somebody who is there learns is history, what another one holds is left out. */
export const teachContacts: string[] = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT DISTINCT 'contact', t.id, 'key', NULL, t.kind || ':' || t.value, :at, :by FROM ${target} t
WHERE ${FRESH} AND NOT ${isFresh('contact', 't.id')} AND NOT ${isTaken}`,
  `INSERT INTO contact_key (contact_id, kind, value, source, position, held, private_to)
SELECT t.id, t.kind, t.value, t.source, t.position + CASE WHEN ${isFresh('contact', 't.id')} THEN 0 ELSE COALESCE((SELECT max(position) + 1 FROM contact_key WHERE contact_id = t.id), 0) END,
  t.kind IN (${heldKinds}), t.private_to
FROM ${target} t WHERE ${FRESH} AND NOT ${isTaken} ON CONFLICT DO NOTHING`,
];
