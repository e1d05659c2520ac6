import {
  Building2,
  Combine,
  FileText,
  FileUp,
  Inbox,
  Kanban,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Repeat2,
  Settings,
  TableProperties,
  UsersRound,
} from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { singleKeys } from '../../../ui/singleKeys.ts';
import type { CommandFile } from '../command.ts';

/** Path, name, sign, and the letter that follows `g` in a full page. */
const pages: [path: string, label: () => string, icon: LucideIcon, key?: string][] = [
  ['/contacts', m.app_contacts, UsersRound, 'c'],
  ['/companies', m.app_companies, Building2, 'o'],
  ['/board', m.app_board, Kanban, 'b'],
  ['/tasks', m.app_tasks, ListTodo, 't'],
  ['/templates', m.compose_templates, FileText, 'm'],
  ['/rules', m.rules_title, Repeat2],
  ['/import', m.app_import, FileUp, 'i'],
  ['/duplicates', m.pairs_title, Combine, 'd'],
  ['/fields', m.app_fields, TableProperties],
  ['/settings', m.app_settings, Settings],
];

/** Every full page. */
export const goToPages: CommandFile = {
  commands: ({ session, host, state }) => [
    ...(host === 'panel' && session.cards.value.length > 0 && state.screen.kind !== 'none'
      ? [
          {
            id: 'back',
            section: 'go' as const,
            icon: Inbox,
            label: m.words_back(),
            keys: 'Esc',
            run: () => session.back(),
          },
        ]
      : []),
    ...(state.screen.kind === 'mailbox'
      ? [
          {
            id: 'inbox',
            section: 'go' as const,
            icon: ListOrdered,
            label: m.rows_inbox(),
            words: m.palette_words_stake(),
            run: () => session.open({ noun: 'inbox' }),
          },
        ]
      : []),
    ...pages.map(([path, label, icon, key]) => ({
      id: `go ${path}`,
      section: 'go' as const,
      icon,
      label: label(),
      words: m.palette_words_go(),
      keys: key && singleKeys.on && host === 'page' ? `g ${key}` : undefined,
      run: () => session.go(path),
    })),
  ],
};
