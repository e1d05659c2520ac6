import type { Noun } from '../../shared/domain/rows.ts';

/**
 * The shape of every noun's row as a server may send it. Our own checks: a first fill has a hundred thousand rows, and
 * a schema library takes ten times as long for the same answer. Fields that are not named are kept as they came. [D7]
 */
type Check = (value: unknown) => boolean;
type Shape = readonly (readonly [field: string, check: Check])[];

const string: Check = (value) => typeof value === 'string';
const number: Check = (value) => Number.isFinite(value);
const text: Check = (value) => value === null || typeof value === 'string';
const whole: Check = (value) => value === null || Number.isFinite(value);
const id: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 100;
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function hasShape(value: unknown, shape: Shape): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  for (const [field, check] of shape) if (!check(value[field])) return false;
  return true;
}
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const each =
  (shape: Shape): Check =>
  (value) =>
    hasShape(value, shape);

const ids = list(id);
const texts = list(string);
const origin = each([
  ['channel', text],
  ['page', text],
  ['campaign', text],
  ['referrer', text],
]);
const own: Check = (value) => {
  if (!isObject(value)) return false;
  for (const field in value) {
    const held = value[field];
    if (held !== null && typeof held !== 'string' && !number(held)) return false;
  }
  return true;
};

const base: Shape = [
  ['id', id],
  ['createdAt', number],
  ['createdBy', text],
  ['updatedAt', number],
  ['deletedAt', whole],
];

const shapes: Record<Noun, Shape> = {
  member: [
    ['name', string],
    ['email', text],
    ['role', string],
  ],
  pipeline: [
    ['name', string],
    ['position', number],
    ['lostReasons', texts],
  ],
  stage: [
    ['pipelineId', id],
    ['name', string],
    ['position', number],
    ['probability', number],
    ['colour', text],
    ['requires', texts],
    ['staleDays', whole],
  ],
  ownField: [
    ['noun', string],
    ['key', string],
    ['label', string],
    ['kind', string],
    ['options', texts],
    ['position', number],
    ['places', texts],
  ],
  company: [
    ['name', string],
    ['domains', texts],
    ['industry', text],
    ['city', text],
    ['country', text],
    ['phone', text],
    ['website', text],
    ['ownerId', text],
    ['origin', origin],
    ['role', text],
    ['roleReason', text],
    ['externalIds', texts],
    ['own', own],
    ['mergedInto', text],
  ],
  contact: [
    ['name', string],
    ['givenName', text],
    ['familyName', text],
    ['title', text],
    ['companyId', text],
    ['lifeCycle', string],
    ['ownerId', text],
    ['origin', origin],
    ['phone', text],
    ['address', text],
    ['zone', text],
    [
      'keys',
      list(
        each([
          ['kind', string],
          ['value', string],
          ['source', text],
        ]),
      ),
    ],
    ['role', text],
    ['roleReason', text],
    ['own', own],
    ['mergedInto', text],
    ['privateTo', text],
  ],
  deal: [
    ['title', string],
    ['pipelineId', id],
    ['stageId', id],
    ['state', oneOf('open', 'won', 'lost')],
    ['amountMinor', whole],
    ['currency', text],
    ['expectedClose', text],
    ['need', text],
    ['companyId', text],
    ['contactIds', ids],
    ['ownerId', text],
    ['origin', origin],
    ['closedAt', whole],
    ['lostReason', text],
    ['competitor', text],
    ['stageSince', number],
    ['externalIds', texts],
    ['own', own],
  ],
  task: [
    ['title', string],
    ['dueDay', text],
    ['dueAt', whole],
    ['contactId', text],
    ['companyId', text],
    ['dealId', text],
    ['ownerId', text],
    ['doneAt', whole],
    ['zone', text],
    ['note', text],
    ['repeat', text],
    ['promisedBy', text],
    ['promiseKind', text],
    ['promiseKey', text],
    ['awaits', text],
    ['doneVia', text],
  ],
  interaction: [
    ['kind', string],
    ['direction', text],
    ['channel', text],
    ['occurredAt', number],
    ['durationS', whole],
    ['outcome', text],
    ['subject', text],
    ['body', text],
    ['bodyState', text],
    ['link', text],
    ['threadKey', text],
    [
      'participants',
      list(
        each([
          ['name', text],
          ['email', string],
          ['role', string],
        ]),
      ),
    ],
    ['contactIds', ids],
    ['companyId', text],
    ['dealId', text],
    ['moreDealIds', ids],
    [
      'attachments',
      list(
        each([
          ['name', string],
          ['size', whole],
          ['type', text],
        ]),
      ),
    ],
    ['rule', text],
    ['ruleId', text],
    ['loggedBy', text],
    ['loggedAt', number],
    ['fingerprint', texts],
    ['joinedInto', text],
    ['privateTo', text],
    ['sharedWith', ids],
    ['askedBy', ids],
    ['mentions', ids],
  ],
  relation: [
    ['fromNoun', string],
    ['fromId', id],
    ['kind', string],
    ['toNoun', string],
    ['toId', id],
    ['note', text],
  ],
  view: [
    ['noun', string],
    ['name', string],
    ['query', string],
    ['position', number],
    ['privateTo', text],
  ],
  import: [
    ['file', string],
    ['added', number],
    ['changed', number],
    ['undoneAt', whole],
    ['undoneBy', text],
    ['kept', number],
    ['privateTo', text],
  ],
  recipe: [
    ['host', string],
    ['kind', string],
    ['shape', string],
  ],
  exclusion: [
    ['subject', string],
    ['value', string],
    ['effect', string],
    ['note', text],
    ['privateTo', text],
  ],
  distinction: [
    ['noun', string],
    ['aId', id],
    ['bId', id],
    ['askAbove', whole],
  ],
  merge: [
    ['noun', string],
    ['keptId', id],
    ['goneId', id],
    ['goneName', string],
    ['was', own],
    ['brought', texts],
    ['stayed', number],
    ['splitAt', whole],
    ['splitBy', text],
    ['privateTo', text],
  ],
  logRule: [
    ['scope', string],
    ['value', string],
    ['effect', string],
    ['dealId', text],
    ['privateTo', text],
  ],
  template: [
    ['name', string],
    ['subject', text],
    ['body', string],
    ['position', number],
    ['privateTo', text],
  ],
  file: [
    ['interactionId', id],
    ['name', string],
    ['type', text],
    ['size', number],
    ['sha256', string],
    ['storedAt', whole],
  ],
};

/** What is sent of a row beyond the horizon. [D9] */
const beyond: Partial<Record<Noun, Shape>> = {
  task: [],
  interaction: [
    ['occurredAt', number],
    ['loggedBy', text],
    ['loggedAt', number],
    ['bodyState', text],
    ['contactIds', ids],
    ['companyId', text],
    ['dealId', text],
    ['moreDealIds', ids],
    ['fingerprint', texts],
    ['joinedInto', text],
  ],
};

/** What a server of an earlier release does not know: its rows get these, so that nobody else need ask. */
const added: Partial<Record<Noun, Readonly<Record<string, unknown>>>> = {
  pipeline: { lostReasons: [] },
  stage: { requires: [], staleDays: null },
  ownField: { places: ['sidebar', 'record'] },
  company: { role: null, roleReason: null, externalIds: [] },
  contact: { zone: null, role: null, roleReason: null, privateTo: null },
  deal: { externalIds: [] },
  task: {
    ...{ zone: null, note: null, repeat: null },
    ...{ promisedBy: null, promiseKind: null, promiseKey: null, awaits: null, doneVia: null },
  },
  interaction: {
    ...{ privateTo: null, sharedWith: [], askedBy: [], mentions: [] },
    ...{ moreDealIds: [], attachments: [], rule: null, ruleId: null },
  },
};

/** The same of what is beyond the horizon. */
const addedBeyond: typeof added = { interaction: { moreDealIds: [] } };

/** Fills what an earlier server left out, in place: a first fill has a hundred thousand rows. */
export function completeRow(noun: Noun, row: unknown): void {
  if (!isObject(row) || row.deletedAt !== null) return;
  const defaults = (row.beyond === true ? addedBeyond : added)[noun];
  if (!defaults) return;
  for (const field in defaults) if (row[field] === undefined) row[field] = defaults[field];
}

/** Whether it is a row of the noun. A tombstone may be bare: nobody needs more of what is gone. [V6] */
export function isRow(noun: Noun, row: unknown): boolean {
  if (!hasShape(row, base)) return false;
  if (row.deletedAt !== null) return true;
  const shape = row.beyond === true ? beyond[noun] : shapes[noun];
  return shape !== undefined && hasShape(row, shape);
}
