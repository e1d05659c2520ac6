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
import { removeDeal } from './deal/remove.ts';
import { reopenDeal } from './deal/reopen.ts';
import { restoreDeal } from './deal/restore.ts';
import { addDistinction } from './distinction/add.ts';
import { removeDistinction } from './distinction/remove.ts';
import { addExclusion } from './exclusion/add.ts';
import { removeExclusion } from './exclusion/remove.ts';
import { addFile } from './file/add.ts';
import { removeFile } from './file/remove.ts';
import { importRows } from './import/rows.ts';
import { undoImport } from './import/undo.ts';
import { answerAccess } from './interaction/answer-access.ts';
import { askAccess } from './interaction/ask-access.ts';
import { editInteraction } from './interaction/edit.ts';
import { logInteraction } from './interaction/log.ts';
import { moveInteraction } from './interaction/move.ts';
import { separateInteraction } from './interaction/separate.ts';
import { setInteractionPrivate } from './interaction/set-private.ts';
import { settleMention } from './interaction/settle-mention.ts';
import { undoInteraction } from './interaction/undo.ts';
import { addLogRule } from './log-rule/add.ts';
import { removeLogRule } from './log-rule/remove.ts';
import { mergeCompanies } from './merge/company.ts';
import { mergeContacts } from './merge/contact.ts';
import { splitMerge } from './merge/split.ts';
import { addOwnField } from './own-field/add.ts';
import { editOwnField } from './own-field/edit.ts';
import { removeOwnField } from './own-field/remove.ts';
import { addPipeline } from './pipeline/add.ts';
import { editPipeline } from './pipeline/edit.ts';
import { removePipeline } from './pipeline/remove.ts';
import type { Plan } from './plan.ts';
import { addRecipe } from './recipe/add.ts';
import { removeRecipe } from './recipe/remove.ts';
import { addRelation } from './relation/add.ts';
import { editRelation } from './relation/edit.ts';
import { removeRelation } from './relation/remove.ts';
import { addStage } from './stage/add.ts';
import { editStage } from './stage/edit.ts';
import { removeStage } from './stage/remove.ts';
import { addTask } from './task/add.ts';
import { completeTask } from './task/complete.ts';
import { editTask } from './task/edit.ts';
import { removeTask } from './task/remove.ts';
import { reopenTask } from './task/reopen.ts';
import { restoreTask } from './task/restore.ts';
/** Every verb of shared/sync/mutation.ts and the plan that carries it out. */
import { addTemplate } from './template/add.ts';
import { editTemplate } from './template/edit.ts';
import { removeTemplate } from './template/remove.ts';
import { addView } from './view/add.ts';
import { editView } from './view/edit.ts';
import { removeView } from './view/remove.ts';

export const planByVerb: { [V in Verb]: (input: Input<V>) => Plan } = {
  'contact.add': addContact,
  'contact.edit': editContact,
  'contact.addKey': addContactKey,
  'contact.removeKey': removeContactKey,
  'contact.remove': removeContact,
  'contact.restore': restoreContact,
  'contact.setPrivate': setContactPrivate,
  'contact.merge': mergeContacts,
  'company.add': addCompany,
  'company.edit': editCompany,
  'company.remove': removeCompany,
  'company.restore': restoreCompany,
  'company.merge': mergeCompanies,
  'merge.split': splitMerge,
  'deal.add': addDeal,
  'deal.edit': editDeal,
  'deal.move': moveDeal,
  'deal.close': closeDeal,
  'deal.reopen': reopenDeal,
  'deal.remove': removeDeal,
  'deal.restore': restoreDeal,
  'pipeline.add': addPipeline,
  'pipeline.edit': editPipeline,
  'pipeline.remove': removePipeline,
  'stage.add': addStage,
  'stage.edit': editStage,
  'stage.remove': removeStage,
  'ownField.add': addOwnField,
  'ownField.edit': editOwnField,
  'ownField.remove': removeOwnField,
  'interaction.log': logInteraction,
  'interaction.edit': editInteraction,
  'interaction.undo': undoInteraction,
  'interaction.separate': separateInteraction,
  'interaction.setPrivate': setInteractionPrivate,
  'interaction.askAccess': askAccess,
  'interaction.answerAccess': answerAccess,
  'interaction.settleMention': settleMention,
  'task.add': addTask,
  'task.edit': editTask,
  'task.complete': completeTask,
  'task.reopen': reopenTask,
  'task.remove': removeTask,
  'task.restore': restoreTask,
  'relation.add': addRelation,
  'relation.edit': editRelation,
  'relation.remove': removeRelation,
  'view.add': addView,
  'view.edit': editView,
  'view.remove': removeView,
  'recipe.add': addRecipe,
  'recipe.remove': removeRecipe,
  'exclusion.add': addExclusion,
  'exclusion.remove': removeExclusion,
  'distinction.add': addDistinction,
  'distinction.remove': removeDistinction,
  'interaction.move': moveInteraction,
  'logRule.add': addLogRule,
  'logRule.remove': removeLogRule,
  'template.add': addTemplate,
  'template.edit': editTemplate,
  'template.remove': removeTemplate,
  'file.add': addFile,
  'file.remove': removeFile,
  'import.rows': importRows,
  'import.undo': undoImport,
};
