import { newBase } from '../../domain/row.ts';
import type { Interaction } from '../../domain/rows.ts';
import { type Applied, changed, edited, isOthers, removeOf, type VerbOf } from './on.ts';

export const interactionVerbs: Applied<VerbOf<'interaction'>> = {
  'interaction.log': ({ private: hidden, ...input }, { at, me, sameMail }) => {
    if (sameMail) return changed('interaction', joined(sameMail, input));
    const { mentions = [] } = input;
    // Whoever is mentioned in what one keeps to oneself is let in.
    const sharedWith = hidden ? mentions.filter((id) => id !== me) : [];
    const access = { privateTo: hidden ? me : null, sharedWith, askedBy: [] };
    const { moreDealIds = [], attachments = [], rule = null, ruleId = null } = input;
    const more = { moreDealIds, attachments, rule, ruleId };
    const logged = { loggedBy: me, loggedAt: at, joinedInto: null, mentions, ...more, ...access };
    return changed('interaction', { ...newBase(input.id, at, me), ...input, ...logged });
  },
  'interaction.edit': ({ id, fields }, { world, at, me }) => {
    const row = world.get('interaction', id);
    return row && !isOthers(row, me) ? changed('interaction', edited(row, fields, at)) : [];
  },
  'interaction.move': ({ id, ...to }, { world, at, me }) => {
    const row = world.get('interaction', id);
    return row && !isOthers(row, me) ? changed('interaction', { ...row, ...to, updatedAt: at }) : [];
  },
  'interaction.undo': (input, on) =>
    isOthers(on.world.get('interaction', input.id), on.me) ? [] : removeOf('interaction')(input, on),
  'interaction.separate': ({ id }, { world, at, me }) => {
    const row = world.get('interaction', id);
    if (!row?.joinedInto || isOthers(row, me)) return [];
    return changed('interaction', { ...row, joinedInto: null, updatedAt: at });
  },
  'interaction.setPrivate': ({ id, private: hidden }, { world, at, me }) => {
    const row = world.get('interaction', id);
    const privateTo = hidden ? me : null;
    if (!row || row.loggedBy !== me || row.privateTo === privateTo) return [];
    return changed('interaction', { ...row, privateTo, sharedWith: [], askedBy: [], updatedAt: at });
  },
  // Whether one has asked is the owner's to see; the asking device remembers it in its outbox.
  'interaction.askAccess': () => [],
  'interaction.answerAccess': ({ id, memberId, grant }, { world, at, me }) => {
    const row = world.get('interaction', id);
    if (!row || row.privateTo !== me) return [];
    const others = row.sharedWith.filter((each) => each !== memberId);
    const askedBy = row.askedBy.filter((each) => each !== memberId);
    const sharedWith = grant ? [...others, memberId] : others;
    return changed('interaction', { ...row, sharedWith, askedBy, updatedAt: at });
  },
  'interaction.settleMention': ({ id }, { world, at, me }) => {
    const row = world.get('interaction', id);
    if (!row || me === null || !row.mentions.includes(me)) return [];
    const mentions = row.mentions.filter((each) => each !== me);
    return changed('interaction', { ...row, mentions, updatedAt: at });
  },
};

type Log = Pick<Interaction, 'fingerprint' | 'contactIds' | 'dealId' | 'body' | 'bodyState'>;

/** The same mail logged again tells its entry other keys and people, a deal, and a body it had not. [U1] [U6] */
function joined(entry: Interaction, log: Log): Interaction {
  const better = entry.bodyState === 'subject-only' && log.bodyState === 'read';
  return {
    ...entry,
    dealId: entry.dealId ?? log.dealId,
    ...(better ? { body: log.body, bodyState: log.bodyState } : {}),
    fingerprint: [...new Set([...entry.fingerprint, ...log.fingerprint])],
    contactIds: [...new Set([...entry.contactIds, ...log.contactIds])],
  };
}
