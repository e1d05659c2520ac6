import { RefreshCw } from 'lucide-preact';
import * as m from '../../shared/i18n/compiled/messages.js';
import { Strip } from '../ui/Strip.tsx';
import { renewed } from './renewal.ts';

/** A line, not a reload: what is being typed goes first. */
export function Renewed({ renew }: { renew: () => void }) {
  if (!renewed.value) return null;
  return (
    <Strip
      tone="plain"
      role="status"
      icon={<RefreshCw size={14} aria-hidden="true" />}
      action={
        <button type="button" onClick={renew}>
          {m.web_renew_do()}
        </button>
      }
    >
      {m.web_renew()}
    </Strip>
  );
}
