import type { ImportCalls } from '../../messages/import.ts';
import type { AnswersOf } from '../asker.ts';

/** What the import page asks. */
export const importAnswers: AnswersOf<ImportCalls> = {
  importWorld: async ({ mirror }) => ({
    ownFields: await mirror.all('ownField'),
    members: await mirror.all('member'),
  }),
  importStage: async ({ importer }, input) => ({ staged: await importer.stage(input) }),
  importCheck: ({ importer }, { id, rules }) => importer.check(id, rules),
  importRun: async ({ importer }, { id, rules }) => {
    await importer.run(id, rules);
    return null;
  },
  importState: ({ importer }) => importer.state(),
  importCancel: async ({ importer }, { id }) => {
    await importer.cancel(id);
    return null;
  },
  importProblems: ({ importer }, { id, from }) => importer.problems(id, from),
  importUndo: async ({ importer }, { id }) => {
    await importer.undo(id);
    return null;
  },
  imports: ({ importer }) => importer.list(),
  importForget: async ({ importer }, { id }) => {
    await importer.forget(id);
    return null;
  },
};
