import * as m from '../../../../shared/i18n/compiled/messages.js';

/** Pages of ours that the mailbox shows in its main part, by their path without the slash. */
const rooms = ['board', 'contacts', 'companies', 'tasks', 'inbox', 'contact', 'company', 'deal'] as const;
type Room = (typeof rooms)[number];
const isRoom = (name: string): name is Room => (rooms as readonly string[]).includes(name);

/** In the mailbox's own navigation, in this order. */
export const listedRooms: { room: 'inbox' | 'board' | 'contacts' | 'tasks'; label: () => string }[] = [
  { room: 'inbox', label: m.places_stake },
  { room: 'board', label: m.app_board },
  { room: 'contacts', label: m.app_contacts },
  { room: 'tasks', label: m.app_tasks },
];

/** `/deal/<id>` for what stands in the mailbox's address; the board where that names no page of ours. */
export const pathOf = (params: { room?: string; id?: string }): string => {
  const room = params.room ?? '';
  if (!isRoom(room)) return '/board';
  return params.id && /^[\w-]{1,64}$/.test(params.id) ? `/${room}/${params.id}` : `/${room}`;
};

/** How InboxSDK names the route of a path; null where it is no page that stands in a mailbox. */
export function routeOf(path: string): { routeID: string; params: Record<string, string> } | null {
  const [, room = '', id] = path.split('/');
  if (!isRoom(room)) return null;
  return id ? { routeID: roomWithId, params: { room, id } } : { routeID: roomAlone, params: { room } };
}

export const roomAlone = 'sidebook/:room';
export const roomWithId = 'sidebook/:room/:id';
