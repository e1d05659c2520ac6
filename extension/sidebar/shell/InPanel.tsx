import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { useSession } from './session.ts';

/** Stands where a change cannot be made here but can in the side panel; for whoever may only read there is no such place. */
export function InPanel() {
  const { openPanel, state } = useSession();
  if (!openPanel || state.value?.readOnly) return null;
  return (
    <Button look="outline" wide onClick={openPanel}>
      {m.sidebar_log_in_panel()}
    </Button>
  );
}
