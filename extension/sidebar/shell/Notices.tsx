import { CircleAlert } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { errorText } from './errorText.ts';
import { useSession } from './session.ts';

/** Workspaces that ended by their server's word: said once, also where another one is shown. */
export function Notices() {
  const session = useSession();
  const ended = session.state.value?.ended ?? [];
  return (
    <>
      {ended.map(({ workspace, code }, at) => (
        <Strip
          key={`${at} ${workspace}`}
          tone="warning"
          role="alert"
          icon={<CircleAlert size={14} aria-hidden="true" />}
          action={
            <button type="button" onClick={() => session.ask('readEnded', {})}>
              {m.sidebar_understood()}
            </button>
          }
        >
          {code === 'auth.removed' ? m.sidebar_ended_removed({ workspace }) : errorText(code)}
        </Strip>
      ))}
    </>
  );
}
