import { limits } from '../../../shared/domain/limits.ts';
import type { Input, Verb } from '../../../shared/sync/mutation.ts';
import { newId } from '../desk.ts';
import {
  companyInput,
  contactInput,
  dealInput,
  email,
  mailInput,
  partChange,
  partInput,
  taskInput,
} from '../inputs.ts';
import { canaries } from './cast.ts';
import type { Ids } from './rows.ts';

/**
 * Valid inputs of every procedure, made of what the asker's own workspace holds. The matrix puts ids of others into
 * each place where one stands; a procedure that is not named here fails it.
 */
export const examples: Record<string, (own: Ids) => unknown[]> = {
  'pairing.claim': () => [{ code: 'ABCD-EFGH', deviceName: 'stranger' }],
  'pairing.create': () => [undefined],
  'device.list': () => [undefined],
  'device.revoke': ({ device }) => [{ id: device }],
  'device.rotate': () => [undefined],
  'device.enter': ({ workspace }) => [{ workspaceId: workspace }],
  'device.signOutEverywhere': () => [undefined],
  'workspace.show': () => [undefined],
  'workspace.list': () => [undefined],
  'sync.push': ({ task }) => [
    {
      clientId: newId(),
      confirmed: 0,
      mutations: [{ number: 1, verb: 'task.complete', input: { id: task, at: 1 }, at: 1 }],
    },
  ],
  'sync.pull': ({ clients }) => [
    { epoch: null, cursor: 0, limit: 1_000, since: 9_000_000_000_000 },
    { epoch: null, cursor: 0, limit: limits.pull, clientId: clients[0] },
    { epoch: null, cursor: 3, limit: 5 },
  ],
  'sync.live': () => [undefined],
  'person.show': ({ contact }) => [
    { contactId: contact },
    ...Object.values(canaries).map((word) => ({ email: `ada@${word}.example` })),
  ],
  'person.older': ({ contact, company, deal, interaction }) => [
    { contactId: contact, after: null, limit: 50 },
    { companyId: company, after: null, limit: 50 },
    { dealId: deal, after: null, limit: 50 },
    { contactId: contact, after: { occurredAt: 9_000_000_000_000, id: interaction }, limit: 1 },
  ],
  'search.find': () => [
    ...Object.values(canaries).map((text) => ({ text, limit: 50 })),
    { text: 'canary', limit: 50 },
    { text: 'ada', limit: 50 },
  ],
  'history.list': ({ contact, interaction, deal, company, task, member, stage }) =>
    Object.entries({ contact, interaction, deal, company, task, member, stage }).map(([noun, rowId]) => ({
      noun,
      rowId,
    })),
  'rhythm.of': ({ contact, company, deal }) =>
    Object.entries({ contact, company, deal }).map(([noun, id]) => ({ noun, id })),
  'rhythm.stages': () => [undefined],
  'file.held': ({ file }) => [{ id: file }],
  'file.part': ({ file }) => [{ id: file, part: 0 }],
  'file.put': ({ file }) => [{ id: file, part: 0, bytes: '' }],
  'history.about': ({ contact, company, deal }) =>
    Object.entries({ contact, company, deal }).map(([noun, id]) => ({ noun, id, limit: 100 })),
};

/** What they name belongs to one member alone, so that others who may ask are told that it is not there. */
export const ofOneMember: ReadonlySet<string> = new Set([
  'device.revoke',
  'pairing.claim',
  'person.show',
  'file.put',
]);

/** A valid input of every verb, with an id in every place that takes one. */
export const verbExamples: { [V in Verb]: (own: Ids) => Input<V> } = {
  'contact.add': ({ company, member }) =>
    contactInput({ companyId: company, ownerId: member, keys: [email(`new-${newId()}@example.com`)] }),
  'contact.edit': ({ contact, company, member }) => ({
    id: contact,
    fields: { companyId: company, ownerId: member, title: 'Edited' },
  }),
  'contact.addKey': ({ contact }) => ({ id: contact, key: email(`more-${newId()}@example.com`) }),
  'contact.removeKey': ({ contact }) => ({ id: contact, key: { kind: 'email', value: 'not@there.example' } }),
  'contact.remove': ({ contact }) => ({ id: contact }),
  'contact.restore': ({ contact }) => ({ id: contact }),
  'contact.setPrivate': ({ contact }) => ({ id: contact, private: false }),
  'contact.merge': ({ contact, second, company, member }) => ({
    ...{ id: contact, goneId: second, mergeId: newId() },
    fields: { companyId: company, ownerId: member },
  }),
  'company.add': ({ member }) => companyInput({ ownerId: member }),
  'company.edit': ({ company, member }) => ({ id: company, fields: { ownerId: member, city: 'Edited' } }),
  'company.remove': ({ company }) => ({ id: company }),
  'company.restore': ({ company }) => ({ id: company }),
  'company.merge': ({ company, secondCompany, member }) => ({
    ...{ id: company, goneId: secondCompany, mergeId: newId(), fields: { ownerId: member } },
  }),
  'merge.split': ({ merge }) => ({ id: merge }),
  'deal.add': ({ contact, company, member, stage }) =>
    dealInput({ contactIds: [contact], companyId: company, ownerId: member, stageId: stage }),
  'deal.edit': ({ deal, contact, company, member }) => ({
    id: deal,
    fields: { contactIds: [contact], companyId: company, ownerId: member, need: 'Edited' },
  }),
  'deal.move': ({ deal, stage }) => ({ id: deal, stageId: stage }),
  'deal.close': ({ deal }) => ({ id: deal, state: 'lost', at: 1, lostReason: null, competitor: null }),
  'deal.reopen': ({ deal }) => ({ id: deal }),
  'interaction.log': ({ contact, company, deal }) =>
    mailInput({ contactIds: [contact], companyId: company, dealId: deal }),
  'interaction.edit': ({ interaction, deal }) => ({
    id: interaction,
    fields: { body: 'Edited', dealId: deal },
  }),
  'interaction.undo': ({ interaction }) => ({ id: interaction }),
  'interaction.separate': ({ interaction }) => ({ id: interaction }),
  'interaction.setPrivate': ({ interaction }) => ({ id: interaction, private: true }),
  'interaction.askAccess': ({ interaction }) => ({ id: interaction }),
  'interaction.answerAccess': ({ interaction, member }) => ({
    id: interaction,
    memberId: member,
    grant: true,
  }),
  'task.add': ({ contact, company, deal, member }) =>
    taskInput({ contactId: contact, companyId: company, dealId: deal, ownerId: member }),
  'task.edit': ({ task, contact, company, deal, member }) => ({
    id: task,
    fields: { contactId: contact, companyId: company, dealId: deal, ownerId: member, title: 'Edited' },
  }),
  'task.complete': ({ task }) => ({ id: task, at: 1 }),
  'task.reopen': ({ task }) => ({ id: task }),
  'deal.remove': ({ deal }) => ({ id: deal }),
  'deal.restore': ({ deal }) => ({ id: deal }),
  'pipeline.add': () => ({ id: newId(), name: 'Partners', position: 1, lostReasons: [] }),
  'pipeline.edit': ({ pipeline }) => ({ id: pipeline, fields: { position: 0 } }),
  'pipeline.remove': ({ pipeline }) => ({ id: pipeline }),
  'stage.add': ({ pipeline }) => ({
    ...{ id: newId(), pipelineId: pipeline, name: 'Edited', position: 9, probability: 5, colour: null },
    ...{ requires: [], staleDays: null },
  }),
  'stage.edit': ({ stage }) => ({ id: stage, fields: { staleDays: 30 } }),
  'stage.remove': ({ stage, otherStage }) => ({ id: stage, moveTo: otherStage }),
  'ownField.add': () => ({
    ...{ id: newId(), noun: 'contact', key: `k${Date.now()}`, label: 'Edited', kind: 'text' },
    ...{ options: [], position: 0, places: [] },
  }),
  'ownField.edit': ({ ownField }) => ({ id: ownField, fields: { position: 1 } }),
  'ownField.remove': ({ ownField }) => ({ id: ownField }),
  'interaction.settleMention': ({ interaction }) => ({ id: interaction }),
  'task.remove': ({ task }) => ({ id: task }),
  'task.restore': ({ task }) => ({ id: task }),
  'relation.add': ({ contact, company }) => ({
    ...{ id: newId(), fromNoun: 'contact', fromId: contact, kind: 'referred', toNoun: 'company' },
    ...{ toId: company, note: 'Edited' },
  }),
  'relation.edit': ({ relation }) => ({ id: relation, fields: { note: 'Edited' } }),
  'relation.remove': ({ relation }) => ({ id: relation }),
  'view.add': () => ({
    id: newId(),
    noun: 'contact',
    name: 'Edited',
    query: '{}',
    position: 0,
    private: false,
  }),
  'view.edit': ({ view }) => ({ id: view, fields: { position: 1 } }),
  'view.remove': ({ view }) => ({ id: view }),
  'interaction.move': ({ interaction, contact, company, deal }) => ({
    ...{ id: interaction, contactIds: [contact], companyId: company, dealId: deal, moreDealIds: [] },
  }),
  'logRule.add': ({ deal }) => ({
    ...{ id: newId(), scope: 'thread', value: `gm:${newId()}:1`, effect: 'log', dealId: deal },
  }),
  'logRule.remove': ({ logRule }) => ({ id: logRule }),
  'template.add': () => ({
    ...{ id: newId(), name: 'Edited', subject: null, body: 'Edited', position: 0, private: false },
  }),
  'template.edit': ({ template }) => ({ id: template, fields: { position: 1 } }),
  'template.remove': ({ template }) => ({ id: template }),
  'file.add': ({ interaction }) => ({
    ...{ id: newId(), interactionId: interaction, name: 'edited.pdf', type: null, size: 1 },
    sha256: 'f'.repeat(64),
  }),
  'file.remove': ({ file }) => ({ id: file }),
  'recipe.add': () => ({ id: newId(), host: 'edited.example', kind: 'person', shape: '{}' }),
  'recipe.remove': ({ recipe }) => ({ id: recipe }),
  'exclusion.add': () => ({
    ...{ id: newId(), subject: 'domain', value: `${newId()}.example`, effect: 'never', note: 'Edited' },
    private: false,
  }),
  'exclusion.remove': ({ exclusion }) => ({ id: exclusion }),
  'distinction.add': ({ contact }) => {
    const [aId = '', bId = ''] = [contact, newId()].sort();
    return { id: newId(), noun: 'contact', aId, bId, askAbove: null };
  },
  'distinction.remove': ({ distinction }) => ({ id: distinction }),
  'import.rows': ({ contact, company, deal, member, stage }) =>
    partInput({
      companies: [companyInput({ ownerId: member })],
      contacts: [
        contactInput({ companyId: company, ownerId: member, keys: [email(`new-${newId()}@example.com`)] }),
      ],
      deals: [
        {
          ...dealInput({ contactIds: [contact], companyId: company, ownerId: member, stageId: stage }),
          closing: null,
        },
      ],
      interactions: [mailInput({ contactIds: [contact], companyId: company, dealId: deal })],
      changes: [
        partChange({ id: contact, fill: false, fields: { companyId: company, title: 'Edited' } }),
        partChange({ noun: 'company', id: company, fill: false, fields: { ownerId: member } }),
        partChange({ noun: 'deal', id: deal, fill: false, fields: { companyId: company } }),
      ],
    }),
  'import.undo': ({ imported }) => ({ id: imported }),
};
