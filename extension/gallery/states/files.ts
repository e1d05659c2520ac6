import type { FileLine, MessageFiles } from '../../messages/file.ts';
import { known } from '../people.ts';
import { now } from '../rows.ts';
import { logged, message, type Scene, scene, thread, toRenewal } from '../scene.ts';

const line = (name: string, kept: FileLine['kept'], more: Partial<FileLine> = {}): FileLine => ({
  ...{ name, type: 'application/pdf', size: 84_213, kind: 'document', nth: 0, kept },
  ...more,
});
const stored = { state: 'stored', id: 'f1', by: 'Mia Chen', byMe: false, at: now } as const;

const all: FileLine[] = [
  line('Quote Leeds cold store.pdf', { state: 'none' }, { kind: 'quote' }),
  line('Floor plan cold store Leeds, second and third floor (final).pdf', stored, { size: 1_204_880 }),
  line(
    '采购清单（修订版二〇二六年十一月）.xlsx',
    { state: 'waiting', id: 'f2', done: 2, all: 5, code: null },
    {
      ...{ size: 1_904_880, kind: 'spreadsheet' },
    },
  ),
  line(
    'Contract.docx',
    { state: 'waiting', id: 'f3', done: 0, all: 9, code: 'file.quota' },
    {
      ...{ size: 3_400_000, kind: 'contract' },
    },
  ),
  line(
    'invoice\u202Efdp.html',
    { state: 'missing', id: 'f4', by: 'Mia Chen', byMe: false },
    { kind: 'invoice' },
  ),
];
const filesScene =
  (files: FileLine[], interactionId: string | null, more: Partial<MessageFiles> = {}) =>
  (): Scene => ({
    ...scene((cast) => ({
      screen: thread(toRenewal(cast), [message(interactionId === null ? undefined : logged())]),
      people: [known(cast.ada)],
    })),
    answers: {
      threadFiles: () => [
        { messageId: '1', from: 'Ada Lindqvist', interactionId, mayKeep: true, files, ...more },
      ],
    },
  });

/** Files of a mail, and what became of each. */
export const fileStates: Record<string, () => Scene> = {
  files: filesScene(all, 'i1'),
  'files-not-logged': filesScene(all.slice(0, 1), null),
  'files-read-only': filesScene(all.slice(0, 2), 'i1', { mayKeep: false }),
};
