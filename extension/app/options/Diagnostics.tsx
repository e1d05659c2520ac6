import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LevelOnScreen } from '../../messages/level.ts';
import { levelText } from '../../sidebar/level/levelText.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** How each open mailbox is read, and one line about versions and states that can be pasted into an issue. */
export function Diagnostics({ page }: { page: PageSession }) {
  const [{ line, levels }, setHealth] = useState<{ line: string; levels: LevelOnScreen[] }>({
    line: '',
    levels: [],
  });
  const [copied, setCopied] = useState(false);
  useEffect(() => void page.client.call('health', {}).then(setHealth), [page]);
  const copy = async () => {
    await navigator.clipboard.writeText(line);
    setCopied(true);
  };
  return (
    <>
      {levels.map((level, at) => (
        // Tabs have no name here: which of them it is would be an address.
        <p key={at}>{levelText(level)}</p>
      ))}
      <p class={css.line}>{line}</p>
      <Button class={css.big} onClick={() => void copy()}>
        <span role="status">{copied ? m.pages_health_copied() : m.pages_health_copy()}</span>
      </Button>
    </>
  );
}
