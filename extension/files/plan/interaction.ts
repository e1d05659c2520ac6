import type { PlannedContact, PlannedInteraction } from '../../../shared/domain/import/planned.ts';
import { messageIdKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { InteractionKind, Participant } from '../../../shared/domain/rows.ts';
import { hostOf } from '../../../shared/identity/domain.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { IdentityKey } from '../../../shared/identity/key.ts';
import { type DateRead, instantOf, readDate } from '../values/date.ts';
import { readEmails } from '../values/several.ts';
import { readDirection, readDuration, readKind, readYesNo } from '../values/words.ts';
import { type Context, externalId, rowKey } from './context.ts';
import { pastOf } from './deal.ts';
import { cutText, type Row } from './row.ts';

/** A past mail, call, note or meeting: a row of a file about them. */
export function planInteraction(
  row: Row,
  people: { contact: PlannedContact | null; others: IdentityKey[] },
  context: Context,
): PlannedInteraction | null {
  const { mapping } = context;
  const done = row.first('interaction.done');
  if (done && readYesNo(done.text) === false) {
    // Not done yet: nothing of the past.
    row.problem('activity.open', done, true);
    return null;
  }
  const date = whenOf(row, context);
  if (!date) {
    if (!row.first('interaction.date')) row.problem('date.invalid', null, true);
    else for (const problem of row.problems) if (problem.code === 'date.invalid') problem.fatal = true;
    return null;
  }
  const messageId = row.first('interaction.messageId');
  const fingerprint = [messageId && messageIdKey(messageId.text)].flatMap((key) => (key ? [key] : []));
  const participants = participantsOf(row);
  const kind = kindOf(row, fingerprint.length > 0 || participants.length > 0);
  const subject = row.text('interaction.subject', limits.subject);
  const body = bodyOf(row);
  const occurredAt = instantOf(date);
  const [id] = row.ids('interaction.externalId');
  const duration = row.first('interaction.duration');
  const durationS = duration && readDuration(duration.text, duration.header);
  if (duration && durationS === null) row.problem('number.invalid', duration);
  const link = row.first('interaction.link');
  return {
    externalId: id
      ? externalId(mapping, id)
      : fingerprint[0]
        ? rowKey('interaction', fingerprint[0])
        : rowKey(
            'interaction',
            kind,
            `${date.day} ${date.time ?? ''}`,
            subject,
            body,
            people.contact?.keys[0]?.value ?? null,
          ),
    fingerprint,
    kind,
    direction: directionOf(row, participants, context),
    occurredAt,
    durationS: durationS !== null && durationS >= 0 && durationS <= 864_000 ? durationS : null,
    outcome: row.text('interaction.outcome', limits.reason),
    subject,
    body,
    link: link && hostOf(link.text) !== null ? row.cut(link, limits.url) : null,
    participants,
    contacts: [...people.others, ...othersOf(participants, people.contact, context)],
    deal: row.ids('deal.externalId').map((each) => externalId(mapping, each))[0] ?? null,
  };
}

/** A note that stands beside a person, company or deal: never lost. */
export function noteOf(
  texts: readonly string[],
  about: string | null,
  context: Context,
): PlannedInteraction | null {
  const body = cutText(texts.join('\n\n'), limits.note);
  if (body === '') return null;
  return {
    externalId: rowKey('note', about, body),
    fingerprint: [],
    kind: 'note',
    direction: null,
    occurredAt: context.world.now,
    durationS: null,
    outcome: null,
    subject: null,
    body,
    link: null,
    participants: [],
    contacts: [],
    deal: null,
  };
}

function whenOf(row: Row, context: Context): DateRead | null {
  const date = pastOf(row, 'interaction.date', context);
  const time = row.first('interaction.time');
  if (!date || date.time !== null || !time) return date;
  const clock = readDate(`${date.day} ${time.text}`, context.mapping.dateOrder);
  return clock?.time !== null && clock?.day === date.day ? { ...date, time: clock.time } : date;
}

function kindOf(row: Row, isMail: boolean): InteractionKind {
  const cell = row.first('interaction.kind');
  const kind = cell && readKind(cell.text);
  if (cell && !kind) row.problem('choice.unknown', cell);
  return kind ?? (isMail ? 'email' : 'note');
}

function bodyOf(row: Row): string | null {
  const cells = row.all('interaction.body');
  const [first] = cells;
  return first ? row.cut({ ...first, text: cells.map(({ text }) => text).join('\n\n') }, limits.body) : null;
}

function participantsOf(row: Row): Participant[] {
  const of = (target: string, role: Participant['role']): Participant[] =>
    row.all(target).flatMap(({ text }) => {
      const { keys, name } = readEmails(text);
      return keys.map(({ value }) => ({ name: keys.length === 1 ? name : null, email: value, role }));
    });
  return [...of('interaction.from', 'from'), ...of('interaction.to', 'to')].slice(0, limits.participants);
}

function directionOf(row: Row, participants: Participant[], { ours }: Context): 'in' | 'out' | null {
  const said = row.first('interaction.direction');
  const direction = said && readDirection(said.text);
  if (direction) return direction;
  const from = participants.find(({ role }) => role === 'from');
  if (!from) return null;
  return ours.has(from.email) ? 'out' : ours.size > 0 ? 'in' : null;
}

/** The others of a mail, by their addresses; colleagues are none. */
function othersOf(
  participants: Participant[],
  contact: PlannedContact | null,
  { ours }: Context,
): IdentityKey[] {
  const own = new Set(contact?.keys.map(({ value }) => value));
  const found = new Map<string, IdentityKey>();
  for (const { email } of participants) {
    const key = emailKey(email);
    if (key && !ours.has(key.value) && !own.has(key.value)) found.set(key.value, key);
  }
  return [...found.values()].slice(0, limits.contactsOfInteraction - 1);
}
