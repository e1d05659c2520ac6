import type { LogTarget } from '../../messages/state.ts';
import { Text } from '../../ui/Text.tsx';
import css from './TargetLine.module.css';
import { targetParts } from './targetText.ts';

/** Where a log goes, on one line: what does not fit is cut inside a name, never in the words between. */
export function TargetLine({ target }: { target: LogTarget }) {
  return (
    <span class={css.line}>
      {targetParts(target).map(({ text, is }) =>
        is === 'words' ? (
          <span key={text}>{text}</span>
        ) : (
          <Text key={is} cut class={is === 'deal' ? css.deal : css.name} title="">
            {text}
          </Text>
        ),
      )}
    </span>
  );
}
