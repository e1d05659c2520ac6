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
/** From a server before the field was made it is missing. */
const since =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

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
  ],
  stage: [
    ['pipelineId', id],
    ['name', string],
    ['position', number],
    ['probability', number],
    ['colour', text],
  ],
  ownField: [
    ['noun', string],
    ['key', string],
    ['label', string],
    ['kind', string],
    ['options', texts],
    ['position', number],
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
    ['own', own],
    ['mergedInto', text],
    ['privateTo', since(text)],
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
    ['loggedBy', text],
    ['loggedAt', number],
    ['fingerprint', texts],
    ['joinedInto', text],
    ['privateTo', since(text)],
    ['sharedWith', since(ids)],
    ['askedBy', since(ids)],
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
    ['fingerprint', texts],
    ['joinedInto', text],
  ],
};

/** Whether it is a row of the noun. A tombstone may be bare: nobody needs more of what is gone. [V6] */
export function isRow(noun: Noun, row: unknown): boolean {
  if (!hasShape(row, base)) return false;
  if (row.deletedAt !== null) return true;
  const shape = row.beyond === true ? beyond[noun] : shapes[noun];
  return shape !== undefined && hasShape(row, shape);
}
