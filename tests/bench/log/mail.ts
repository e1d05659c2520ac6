import type { Input } from '../../../shared/sync/mutation.ts';

export const contactOf = (id: string): Input<'contact.add'> => ({
  id,
  name: 'Ada Okafor',
  givenName: null,
  familyName: null,
  title: null,
  companyId: null,
  lifeCycle: 'customer',
  ownerId: null,
  phone: null,
  address: null,
  own: {},
  origin: { channel: 'manual', page: null, campaign: null, referrer: null },
  keys: [{ kind: 'email', value: 'ada.okafor@acme-orchards.example', source: null }],
});

/** The body of a push of one mail; see `body` of the load's job for what is put in. */
export function pushOf(contactId: string): string {
  const at = Date.now();
  const input: Input<'interaction.log'> = {
    id: '__id__',
    kind: 'email',
    direction: 'in',
    channel: 'gmail',
    occurredAt: at,
    durationS: null,
    outcome: null,
    subject: 'Renewal of the sensor contract',
    body: 'Two years is fine for us. Ben can approve up to 48,000 dollars himself; above that it goes to the board. '.repeat(
      4,
    ),
    bodyState: 'read',
    link: 'https://mail.google.com/mail/u/0/#inbox/18f0000000000000',
    threadKey: 'gm:nora@fernhill.example:18f0000000000000',
    participants: [
      { name: 'Ada Okafor', email: 'ada.okafor@acme-orchards.example', role: 'from' },
      { name: 'Nora Lind', email: 'nora@fernhill.example', role: 'to' },
    ],
    contactIds: [contactId],
    companyId: null,
    dealId: null,
    fingerprint: ['mid:<__id__@acme-orchards.example>', 'gm:nora@fernhill.example:__id__', 'dg:__id__'],
  };
  const push = {
    clientId: '__client__',
    confirmed: '__before__',
    mutations: [{ number: '__number__', verb: 'interaction.log', at, input }],
  };
  return JSON.stringify(push).replace('"__before__"', '__before__').replace('"__number__"', '__number__');
}
