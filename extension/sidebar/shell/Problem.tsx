import { CircleX } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { Button } from '../../ui/Button.tsx';
import { errorText } from './errorText.ts';
import css from './Problem.module.css';
import { useSession } from './session.ts';

/** What went wrong, what to do, and a code to paste into an issue. Nothing typed is lost. */
export function Problem({ code }: { code: ErrorCode }) {
  const { client, toasts } = useSession();
  const copy = async () => {
    const { line } = await client.call('health', {});
    await navigator.clipboard.writeText(`${code} · ${line}`);
    toasts.show({ tone: 'plain', text: m.sidebar_copied() });
  };
  return (
    <div class={css.problem} role="alert">
      <CircleX size={24} aria-hidden="true" />
      <h1 class={css.title}>{m.sidebar_problem()}</h1>
      <p>{errorText(code)}</p>
      <div class={css.buttons}>
        <Button onClick={() => void client.call('syncNow', {})}>{m.words_retry()}</Button>
        <Button look="quiet" onClick={() => void copy()}>
          {m.sidebar_copy_details()}
        </Button>
      </div>
    </div>
  );
}
