import type { CommandFile } from '../command.ts';
import { call } from './call.tsx';
import { logMail } from './log-mail.ts';
import { neverLog } from './never-log.ts';
import { newContact } from './new-contact.ts';
import { newDeal } from './new-deal.tsx';
import { note } from './note.tsx';
import { openTasks } from './open-tasks.ts';
import { goToPages } from './pages.ts';
import { record } from './record.ts';
import { rules } from './rules.ts';
import { language, logOnSend, panel, theme, undo, workspace } from './settings.ts';
import { stage } from './stage.tsx';
import { task } from './task.tsx';

/** Everything the palette can do, in the order in which it stands there; one more is one more line. */
export const commandFiles: readonly CommandFile[] = [
  undo,
  logMail,
  note,
  task,
  call,
  openTasks,
  newDeal,
  stage,
  record,
  rules,
  neverLog,
  newContact,
  goToPages,
  workspace,
  logOnSend,
  theme,
  language,
  panel,
];
