import type { Interaction } from '../../../shared/domain/rows.ts';
import type { MentionLine } from '../../messages/task.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { namesFor } from './about.ts';
import { timelineOf } from './lookup.ts';

const shown = 50;

/** Entries in which one is mentioned and that one has not settled, the last one first. [R3] */
async function mentioning(core: Core): Promise<Interaction[]> {
  const me = meOf(core);
  if (me === null) return [];
  const range = { ...startingWith(`interaction/mentions/${me}/`), reverse: true, limit: shown };
  return core.mirror.tagged('interaction', range);
}

export async function mentionsOf(core: Core): Promise<MentionLine[]> {
  const entries = await timelineOf(core, await mentioning(core));
  const naming = ({ contactIds, companyId, dealId }: Interaction) => ({
    contactId: contactIds[0] ?? null,
    companyId,
    dealId,
  });
  const aboutOf = await namesFor(
    core.mirror,
    entries.map(({ interaction }) => naming(interaction)),
  );
  return entries.map((entry) => ({ entry, about: aboutOf(naming(entry.interaction)) }));
}

export const mentionCount = async (core: Core): Promise<number> => (await mentioning(core)).length;
