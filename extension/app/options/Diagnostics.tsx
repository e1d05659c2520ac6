import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** One line about versions and states that can be pasted into an issue. */
export function Diagnostics({ page }: { page: PageSession }) {
  const [line, setLine] = useState('');
  const [copied, setCopied] = useState(false);
  useEffect(() => void page.client.call('health', {}).then((health) => setLine(health.line)), [page]);
  const copy = async () => {
    await navigator.clipboard.writeText(line);
    setCopied(true);
  };
  return (
    <>
      <p class={css.line}>{line}</p>
      <Button class={css.big} onClick={() => void copy()}>
        <span role="status">{copied ? m.pages_health_copied() : m.pages_health_copy()}</span>
      </Button>
    </>
  );
}
