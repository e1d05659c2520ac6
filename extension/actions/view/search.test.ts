import { expect, test } from 'vitest';
import { newBase, noOrigin } from '../../../shared/domain/row.ts';
import type { Company, Contact, Deal, Member } from '../../../shared/domain/rows.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import type { Core } from '../core.ts';
import { search } from './search.ts';

const ada = '01890000-0000-7000-8000-0000000000a1';
const mia = '01890000-0000-7000-8000-0000000000a2';
const party = { role: null, roleReason: null, mergedInto: null, own: {}, origin: noOrigin, ownerId: null };

test('somebody is found with what names them in a field of the team’s own; the blocked are marked', async () => {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    const contact = { ...newBase(ada, 1, null), ...party, name: 'Ada Lindqvist', role: 'blocked', keys: [] };
    await tx.put({ noun: 'contact', row: contact as unknown as Contact });
    const company = { ...newBase('acme', 1, null), ...party, name: 'ACME', domains: [], own: { watch: mia } };
    await tx.put({ noun: 'company', row: company as unknown as Company });
    const deal = { ...newBase('renewal', 1, null), title: 'Renewal', contactIds: [], companyId: null };
    await tx.put({ noun: 'deal', row: { ...deal, own: { buyer: ada } } as unknown as Deal });
    const member = { ...newBase(mia, 1, null), name: '陳美亞', email: null, role: 'member' };
    await tx.put({ noun: 'member', row: member as Member });
  });
  const found = async (text: string) =>
    (await search({ mirror } as Core, text)).map(({ id, blocked }) => (blocked ? `${id} blocked` : id));
  expect(await found('lindq')).toEqual([`${ada} blocked`, 'renewal']);
  expect(await found('陈美')).toEqual(['acme']);
  expect(await found('acme')).toEqual(['acme']);
  expect(await found(' . ')).toEqual([]);
  await mirror.commit(async (tx) => {
    const row = await tx.get('deal', 'renewal');
    if (row) await tx.put({ noun: 'deal', row: { ...row, own: { buyer: null } } });
  });
  expect(await found('lindq')).toEqual([`${ada} blocked`]);
});
