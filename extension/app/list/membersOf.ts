import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListStart } from '../../messages/list.ts';

/** Who can be chosen: oneself first, nobody who has left. */
export const membersOf = (start: ListStart) => [
  ...(start.me ? [{ value: 'me', text: m.list_is_me() }] : []),
  ...start.members
    .filter(({ id, role }) => role !== 'former' && id !== start.me)
    .map(({ id, name }) => ({ value: id, text: name })),
];
