import type { Counts, DryRun } from '../../../shared/domain/import/planned.ts';
import { usualRules } from '../../../shared/domain/import/planned.ts';
import type { ImportLine, ImportPhase, ImportState } from '../../messages/import.ts';
import { id, now } from '../rows.ts';
import { online, type Scene, scene } from '../scene.ts';

const counts: Counts = {
  contact: { added: 7_712, changed: 604, left: 41 },
  company: { added: 913, changed: 88, left: 12 },
  deal: { added: 0, changed: 0, left: 0 },
  interaction: { added: 1_290, changed: 0, left: 0 },
};
const none = { added: 0, changed: 0, left: 0 };

const dry: DryRun = {
  rows: 8_412,
  counts,
  joined: 55,
  left: 3,
  problemCount: 214,
  problems: [
    { row: 12, code: 'email.invalid', column: 'E-mail Address', text: 'ada(at)acme.test' },
    { row: 17, code: 'name.missing', column: null, text: null, fatal: true },
    { row: 40, code: 'date.ambiguous', column: 'Close date', text: '03/04/2026' },
    { row: 41, code: 'owner.unknown', column: 'Contact owner', text: 'm.kowalski@former.test' },
    { row: 208, code: 'phone.invalid', column: '手机', text: '138 0013' },
    { row: 310, code: 'row.contradicts', column: '公司', text: '蓝海科技有限公司（上海）' },
    { row: 1_044, code: 'media.left', column: 'Photo', text: 'https://photos.example/p/1044.jpg' },
    { row: 2_000, code: 'key.held', column: 'Email', text: 'info@acme.test' },
    { row: 2_001, code: 'text.long', column: 'Notes', text: 'Met at the fair in Hanover, where …' },
    { row: 2_002, code: 'stage.unknown', column: 'Stage', text: 'Demo booked' },
  ],
  conflictCount: 2,
  conflicts: [
    {
      row: 5,
      noun: 'contact',
      id: 'c',
      name: 'Ada Lindqvist',
      field: 'title',
      has: 'Chief Technology Officer',
      file: 'CTO',
      taken: false,
    },
    {
      row: 9,
      noun: 'company',
      id: 'o',
      name: 'ACME GmbH',
      field: 'city',
      has: 'Stuttgart',
      file: 'München',
      taken: false,
    },
  ],
};
const nothing: DryRun = {
  ...dry,
  counts: {
    contact: { ...none, left: 8_412 },
    company: { ...none, left: 913 },
    deal: none,
    interaction: none,
  },
  joined: 0,
  left: 0,
  problemCount: 0,
  problems: [],
  conflictCount: 0,
  conflicts: [],
};

const state = (phase: ImportPhase, more: Partial<ImportState> = {}): ImportState => ({
  id: 'import',
  file: 'hubspot-crm-exports-all-contacts-2026-11-20.csv',
  phase,
  rows: 8_412,
  taken: 8_412,
  arrived: 8_412,
  counts,
  problemCount: dry.problemCount,
  offline: false,
  startedAt: now - 20_000,
  endedAt: null,
  rules: usualRules,
  ...more,
});
const line = (file: string, more: Partial<ImportLine> = {}): ImportLine => ({
  id: id(),
  file,
  at: now - 3 * 86_400_000,
  by: 'Mia',
  added: 214,
  changed: 12,
  undoneAt: null,
  kept: 0,
  ...more,
});
const past: ImportLine[] = [
  line('手机通讯录.vcf'),
  line('contacts-of-the-fair.csv', { undoneAt: now, kept: 3 }),
  line('wrong-file.csv', { undoneAt: now, added: 1, changed: 0 }),
];

const at =
  (
    running: ImportState | null,
    answers: Scene['answers'] = {},
    link: Partial<typeof online> = {},
  ): (() => Scene) =>
  () => {
    const made = scene((cast) => ({ link: { ...online, me: cast.me.id, ...link } }), { page: '/import' });
    const { cast } = made;
    return {
      ...made,
      answers: {
        imports: () => past,
        importState: () => running,
        importWorld: () => ({ ownFields: [], members: [{ ...cast.me, role: 'owner' }, cast.mia] }),
        importStage: ({ from, rows }) => ({ staged: from + rows.length }),
        importCheck: () => dry,
        importProblems: () => ({ problems: dry.problems, next: null }),
        importCancel: () => null,
        importUndo: () => null,
        importForget: () => null,
        ...answers,
      },
    };
  };

/** The steps of an import, each as a reload finds it; those before the check begin with a pasted text. */
export const importStates: Record<string, () => Scene> = {
  'app-import': at(null),
  'app-import-empty': at(null, { imports: () => [] }),
  'app-import-check': at(state('staged')),
  'app-import-check-nothing': at(state('staged'), { importCheck: () => nothing }),
  'app-import-offline': at(state('staged'), {}, { status: 'offline', waiting: 3 }),
  'app-import-running': at(state('running', { taken: 3_120, arrived: 1_840 })),
  'app-import-running-offline': at(
    state('running', { taken: 3_120, arrived: 0, offline: true }),
    {},
    { status: 'offline', waiting: 40 },
  ),
  'app-import-stopped': at(state('cancelled', { taken: 3_120, arrived: 3_120, problemCount: 80 })),
  'app-import-report': at(state('done', { arrived: 7_900 })),
  'app-import-clean': at(state('done', { problemCount: 0 })),
  'app-import-undone': at(state('undone')),
  'app-import-undone-waits': at(state('undone'), {}, { waiting: 1 }),
  'app-import-read-only': () => {
    const made = at(null)();
    return { ...made, state: { ...made.state, readOnly: true } };
  },
};
