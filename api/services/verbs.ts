import type { Input, Verb } from '../../shared/sync/mutation.ts';
import { addCompany } from './company/add.ts';
import { editCompany } from './company/edit.ts';
import { removeCompany } from './company/remove.ts';
import { restoreCompany } from './company/restore.ts';
import { addContact } from './contact/add.ts';
import { addContactKey } from './contact/add-key.ts';
import { editContact } from './contact/edit.ts';
import { removeContact } from './contact/remove.ts';
import { removeContactKey } from './contact/remove-key.ts';
import { restoreContact } from './contact/restore.ts';
import { setContactPrivate } from './contact/set-private.ts';
import { addDeal } from './deal/add.ts';
import { closeDeal } from './deal/close.ts';
import { editDeal } from './deal/edit.ts';
import { moveDeal } from './deal/move.ts';
import { reopenDeal } from './deal/reopen.ts';
import { answerAccess } from './interaction/answer-access.ts';
import { askAccess } from './interaction/ask-access.ts';
import { editInteraction } from './interaction/edit.ts';
import { logInteraction } from './interaction/log.ts';
import { separateInteraction } from './interaction/separate.ts';
import { setInteractionPrivate } from './interaction/set-private.ts';
import { undoInteraction } from './interaction/undo.ts';
import type { Plan } from './plan.ts';
import { addTask } from './task/add.ts';
import { completeTask } from './task/complete.ts';
import { editTask } from './task/edit.ts';
import { reopenTask } from './task/reopen.ts';

/** Every verb of shared/sync/mutation.ts and the plan that carries it out. */
export const planByVerb: { [V in Verb]: (input: Input<V>) => Plan } = {
  'contact.add': addContact,
  'contact.edit': editContact,
  'contact.addKey': addContactKey,
  'contact.removeKey': removeContactKey,
  'contact.remove': removeContact,
  'contact.restore': restoreContact,
  'contact.setPrivate': setContactPrivate,
  'company.add': addCompany,
  'company.edit': editCompany,
  'company.remove': removeCompany,
  'company.restore': restoreCompany,
  'deal.add': addDeal,
  'deal.edit': editDeal,
  'deal.move': moveDeal,
  'deal.close': closeDeal,
  'deal.reopen': reopenDeal,
  'interaction.log': logInteraction,
  'interaction.edit': editInteraction,
  'interaction.undo': undoInteraction,
  'interaction.separate': separateInteraction,
  'interaction.setPrivate': setInteractionPrivate,
  'interaction.askAccess': askAccess,
  'interaction.answerAccess': answerAccess,
  'task.add': addTask,
  'task.edit': editTask,
  'task.complete': completeTask,
  'task.reopen': reopenTask,
};
