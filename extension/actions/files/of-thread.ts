import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { MailAttachment } from '../../gmail/surface.ts';
import type { MessageFiles } from '../../messages/file.ts';
import { type Core, meOf } from '../core.ts';
import { interactionsByKey, sameMail } from '../view/lookup.ts';
import { linesOf } from './lines.ts';

/** The files of each message of the open thread: those that the page shows, else those that its log names. */
export async function threadFiles(core: Core, tabId: number, threadId: string): Promise<MessageFiles[]> {
  const { shown } = core.sessions.get(tabId);
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (shown.kind !== 'mail' || thread?.id !== threadId) return [];
  const { account } = shown.screen;
  const me = meOf(core);
  const all = await Promise.all(
    thread.messages.map(async ({ id, from, attachments = [] }): Promise<MessageFiles> => {
      const keys = [mailboxKey(account, id)];
      const same = sameMail(await interactionsByKey(core.mirror, keys), keys);
      const entryId = same ? (same.joinedInto ?? same.id) : null;
      const entry = entryId === null ? undefined : await core.mirror.get('interaction', entryId);
      const named: readonly MailAttachment[] =
        attachments.length > 0 ? attachments : (entry?.attachments ?? []);
      const lines = await linesOf(core, entry?.id ?? null, named);
      return {
        messageId: id,
        from: from.name ?? from.email,
        interactionId: entry?.id ?? null,
        mayKeep: entry !== undefined && (entry.privateTo === null || entry.privateTo === me),
        files: lines,
      };
    }),
  );
  return all.filter(({ files }) => files.length > 0);
}
