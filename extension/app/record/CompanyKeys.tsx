import type { CompanyView } from '../../messages/state.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Keys, type ShownKey } from './Keys.tsx';

export function CompanyKeys({ view: { company } }: { view: CompanyView }) {
  const session = useSession();
  const { id, domains, externalIds } = company;
  const keys: ShownKey[] = [
    ...domains.map((value) => ({ kind: 'domain' as const, value, source: null })),
    ...externalIds.map((value) => ({ kind: 'external' as const, value, source: null })),
  ];
  const set = (event: Event, key: ShownKey, on: boolean, quiet?: boolean) => {
    const next = (values: string[]) => [
      ...values.filter((each) => each !== key.value),
      ...(on ? [key.value] : []),
    ];
    const fields = key.kind === 'domain' ? { domains: next(domains) } : { externalIds: next(externalIds) };
    return session.act(event, 'company.edit', { id, fields }, quiet);
  };
  return (
    <Keys
      keys={keys}
      kinds={['domain', 'external']}
      add={(event, key, quiet) => set(event, key, true, quiet)}
      remove={(event, key) => set(event, key, false)}
    />
  );
}
