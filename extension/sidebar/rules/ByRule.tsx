import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { ruleText } from '../../messages/why-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { ruleName } from './ruleName.ts';
import { useRules } from './useRules.ts';

/** Which rule logged an entry; one's own can be stopped from here. */
export function ByRule({ entry }: { entry: TimelineEntry }) {
  const { canChange } = useSession();
  const { set } = useRules();
  const { interaction, byMe } = entry;
  const { value: rules } = useAnswer('rules', byMe && interaction.ruleId ? {} : null);
  if (!interaction.rule) return null;
  const rule = rules?.find(({ id }) => id === interaction.ruleId);
  return (
    <p data-by-rule={interaction.rule}>
      {rule ? m.rules_by({ what: ruleName(rule) }) : ruleText(interaction.rule)}{' '}
      {rule && canChange.value && (
        <Button look="link" onClick={(event) => void set(event, rule, false)}>
          {m.rules_stop()}
        </Button>
      )}
    </p>
  );
}
