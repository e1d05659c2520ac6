import { CodedError } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import { filePath } from '../../db/migrate.ts';
import { asideDays } from '../backup/keep.ts';
import { type Job, type Keeper, quietJob } from '../backup/keeper.ts';
import { listBackups } from '../backup/manifest.ts';
import { type Cleared, clear } from './clear.ts';
import { hashOfKey, remember, saltOf } from './ledger.ts';
import { type Person, subjectOf } from './subject.ts';

export type EraseWanted = { workspaceId: Id; person: Person; by: Id | null };
export type PersonErased = Cleared & {
  /** Whether the file was written anew, so that nothing is left in it; a remote engine reuses the space in time. */
  compacted: boolean;
  /** Backups that still hold the person. A restore of one erases them again; each goes in its time. */
  heldBy: string[];
  /** When the last of those is gone, at the latest. */
  heldUntil: number;
};

/**
 * Erases a person from a workspace: rows, search, history, what was written with them, and every mirror at its next
 * pull. Who may ask is the caller's to decide: an owner or an admin.
 */
export const erasePerson = (
  keeper: Keeper,
  wanted: EraseWanted,
  job: Job = quietJob,
): Promise<PersonErased> => keeper.alone(() => erase(keeper, wanted, job));

async function erase(
  { world, settings, log }: Keeper,
  { workspaceId, person, by }: EraseWanted,
  job: Job,
): Promise<PersonErased> {
  const here = await world.workspace(workspaceId);
  const what = 'erasure';
  job.report({ what, done: 0, total: 3 });
  const cleared = await here.writer.alone(async () => {
    const at = world.now();
    const subject = await subjectOf(here.db, person);
    if (subject.contactIds.length === 0) throw new CodedError('contact.unknown');
    job.signal.throwIfAborted();
    // The ledger first: who is in it is erased by the next restore at the latest.
    const salt = await saltOf(world.directory, workspaceId, () =>
      Buffer.from(world.random(16)).toString('base64url'),
    );
    await world.directory.batch([
      remember({
        id: idFrom(at, world.random(10)),
        workspaceId,
        contactIds: subject.contactIds,
        keys: subject.keys.map((key) => hashOfKey(salt, key)),
        salt,
        at,
        by,
      }),
    ]);
    return clear(here.db, subject, at);
  });
  job.report({ what, done: 1, total: 3 });
  const compacted = here.db.engine === 'file';
  await here.writer.alone(async () => {
    if (compacted) await aside({ do: 'compact', file: filePath(here.db.url) });
    else
      await here.db.batch(
        ['search', 'search_text'].map((text) => `INSERT INTO ${text}(${text}) VALUES ('optimize')`),
      );
  });
  job.report({ what, done: 3, total: 3 });
  log.info({ workspace: workspaceId, ...cleared, mentions: cleared.mentions.length }, 'person erased');
  const held = listBackups(settings.backups.folder).filter(({ manifest }) =>
    manifest?.parts.some(({ of }) => of === workspaceId),
  );
  return {
    ...cleared,
    compacted,
    heldBy: held.map(({ name }) => name),
    heldUntil: world.now() + Math.max(asideDays, settings.backups.keep) * 86_400_000,
  };
}
