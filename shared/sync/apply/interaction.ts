import { dealsOfEntry } from '../../domain/interaction/entry-deals.ts';
import { newBase } from '../../domain/row.ts';
import type { Interaction } from '../../domain/rows.ts';
import type { Id } from '../../kit/id.ts';
import { type Applied, changed, edited, isOthers, removeOf, type VerbOf } from './on.ts';

export const interactionVerbs: Applied<VerbOf<'interaction'>> = {
  'interaction.log': ({ private: hidden, ...input }, { at, me, sameMail }) => {
    if (sameMail) return changed('interaction', joined(sameMail, input));
    const { mentions = [] } = input;
    // Whoever is mentioned in what one keeps to oneself is let in.
    const sharedWith = hidden ? mentions.filter((id) => id !== me) : [];
    const access = { privateTo: hidden ? me : null, sharedWith, askedBy: [] };
    const { moreDealIds = [], attachments = [], rule = null, ruleId = null } = input;
    const more = { moreDealIds: moreThan(input.dealId, moreDealIds), attachments, rule, ruleId };
    const logged = { loggedBy: me, loggedAt: at, joinedInto: null, mentions, ...more, ...access };
    return changed('interaction', { ...newBase(input.id, at, me), ...input, ...logged });
  },
  'interaction.edit': ({ id, fields }, { world, at, me }) => {
    const row = world.get('interaction', id);
    return row && !isOthers(row, me) ? changed('interaction', edited(row, fields, at)) : [];
  },
  'interaction.move': ({ id, moreDealIds, ...to }, { world, at, me }) => {
    const named = world.get('interaction', id);
    const row = named?.joinedInto ? world.get('interaction', named.joinedInto) : named;
    if (!row || isOthers(row, me)) return [];
    const more = moreThan(to.dealId, moreDealIds);
    return changed('interaction', { ...row, ...to, moreDealIds: more, updatedAt: at });
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

type Log = Pick<Interaction, 'fingerprint' | 'contactIds' | 'dealId' | 'body' | 'bodyState'> & {
  moreDealIds?: Id[] | undefined;
  attachments?: Interaction['attachments'] | undefined;
};

/** Deals beside the first, each once and in the server's order. */
const moreThan = (dealId: Id | null, deals: readonly Id[]): Id[] =>
  [...new Set(deals)].filter((id) => id !== dealId).sort();

/** The same mail logged again tells its entry other keys and people, deals, and a body it had not. [U1] [U6] */
function joined(entry: Interaction, log: Log): Interaction {
  const better = entry.bodyState === 'subject-only' && log.bodyState === 'read';
  const dealId = entry.dealId ?? log.dealId;
  return {
    ...entry,
    dealId,
    moreDealIds: moreThan(dealId, [...dealsOfEntry(entry), ...dealsOfEntry(log)]),
    ...(better ? { body: log.body, bodyState: log.bodyState } : {}),
    ...((entry.attachments ?? []).length === 0 && log.attachments ? { attachments: log.attachments } : {}),
    fingerprint: [...new Set([...entry.fingerprint, ...log.fingerprint])],
    contactIds: [...new Set([...entry.contactIds, ...log.contactIds])],
  };
}
