import { useEffect, useState } from 'preact/hooks';
import type { Team } from '../../messages/task.ts';
import { useSession } from '../shell/session.ts';

const nobody: Team = { me: null, members: [] };

/** Who is in the workspace, asked when it is needed. */
export function useTeam(wanted: boolean): Team {
  const { client, state } = useSession();
  const [team, setTeam] = useState(nobody);
  const version = state.value?.version;
  // A local change may have brought somebody.
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    client.call('team', {}).then(
      (answer) => current && setTeam(answer),
      // Without it nobody is offered; what is typed stays.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [wanted, version, client]);
  return team;
}
