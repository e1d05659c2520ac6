import { CircleX } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { Button } from '../../ui/Button.tsx';
import { errorText } from './errorText.ts';
import css from './Problem.module.css';
import { useSession } from './session.ts';

/** What went wrong, what to do, and a code to paste into an issue. Nothing typed is lost. */
export function Problem({ code }: { code: ErrorCode }) {
  const { ask, client, toasts } = useSession();
  const [details, setDetails] = useState<string | null>(null);
  const copy = async () => {
    // Without an answer the code alone is still worth pasting.
    const health = await client.call('health', {}).catch(() => ({ line: '', levels: [] }));
    const line = [code, health.line].filter(Boolean).join(' · ');
    try {
      await navigator.clipboard.writeText(line);
      toasts.show({ tone: 'plain', text: m.sidebar_copied() });
    } catch (error) {
      // A frame in a page may not write to the clipboard: then the line is shown, to be copied by hand.
      if (!(error instanceof DOMException)) throw error;
      setDetails(line);
    }
  };
  return (
    <div class={css.problem} role="alert">
      <CircleX size={24} aria-hidden="true" />
      <h1 class={css.title}>{m.sidebar_problem()}</h1>
      <p>{errorText(code)}</p>
      <div class={css.buttons}>
        <Button onClick={() => ask('syncNow', {})}>{m.words_retry()}</Button>
        <Button look="quiet" onClick={() => void copy()}>
          {m.sidebar_copy_details()}
        </Button>
      </div>
      {details && <output class={css.details}>{details}</output>}
    </div>
  );
}
