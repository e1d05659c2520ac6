import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { FileProblems } from './FileProblems.tsx';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import type { Wizard } from './wizard.ts';

export function ReadingStep({ wizard }: { wizard: Wizard }) {
  const file = wizard.source.file.value?.name ?? '';
  return (
    <Part
      title={m.import_reading({ file })}
      buttons={<Button onClick={() => void wizard.another()}>{m.import_cancel()}</Button>}
    >
      {wizard.refusal.value === null && (
        <progress
          class={css.bar}
          max={1}
          value={wizard.source.share.value}
          aria-label={m.import_reading({ file })}
        />
      )}
    </Part>
  );
}

/** Nothing of the file can be taken; why, and what to do. */
export function RefusedStep({ wizard }: { wizard: Wizard }) {
  const opened = wizard.source.opened.value;
  return (
    <Part
      title={m.import_refused({ file: wizard.source.file.value?.name ?? '' })}
      buttons={
        <Button look="primary" onClick={() => void wizard.another()}>
          {m.import_other_file()}
        </Button>
      }
    >
      {opened ? <FileProblems problems={opened.problems} /> : <p>{m.import_file_unreadable()}</p>}
    </Part>
  );
}
