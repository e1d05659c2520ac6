import { Download, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { safeName, shownName } from '../../../shared/domain/attachment/safe-name.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { FileLine } from '../../messages/file.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { FileName } from './FileName.tsx';
import css from './Files.module.css';
import { kindIcons, kindText } from './kindSigns.ts';
import { sizeText } from './sizeText.ts';
import { keyOf, useFiles } from './useFiles.ts';

/** A file of a mail: what it is, how large, what became of it, and what can be done with it. */
export function FileRow({
  line,
  messageId,
  keep,
  may,
}: {
  line: FileLine;
  /** Of the open thread's, where it is one. */
  messageId?: string;
  keep: ((event: Event) => void) | null;
  may: boolean;
}) {
  const { locale } = useSession();
  const files = useFiles();
  const { kept, kind } = line;
  const name = shownName(line.name);
  const Icon = kindIcons[kind];
  const busy = files.busy.get(keyOf(line, messageId));
  const id = 'id' in kept ? kept.id : null;
  const [sure, ask] = useState(false);
  return (
    <li class={css.row} data-file={busy ? busy.what : kept.state}>
      <span class={css.icon} title={kindText[kind]()}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <FileName name={name} />
      {line.size !== null && <span class={css.size}>{sizeText(line.size, locale.value)}</span>}
      <span class={css.what}>
        {sure && id !== null ? (
          <>
            {m.files_remove_sure()}{' '}
            <Button look="link" onClick={(event) => void files.remove(event, line, id)}>
              {m.files_remove()}
            </Button>{' '}
            <Button look="link" onClick={() => ask(false)}>
              {m.files_remove_not()}
            </Button>
          </>
        ) : (
          !busy && stateText(line)
        )}
        {!busy && kept.state === 'waiting' && may && (
          <>
            {' '}
            {kept.code !== null && (
              <Button look="link" onClick={(event) => void files.retry(event, kept.id)}>
                {m.files_retry()}
              </Button>
            )}{' '}
            <Button
              look="link"
              aria-label={m.files_cancel_this({ name })}
              onClick={(event) => void files.remove(event, line, kept.id)}
            >
              {m.files_cancel()}
            </Button>
          </>
        )}
      </span>
      <span class={css.acts}>
        {busy ? (
          <>
            <progress
              aria-label={
                busy.what === 'fetching' ? m.files_fetching({ name }) : m.files_downloading({ name })
              }
              {...(busy.all > 0 && { value: busy.done, max: busy.all })}
            />
            <Button look="link" onClick={busy.stop}>
              {m.files_stop()}
            </Button>
          </>
        ) : (
          <>
            {kept.state === 'waiting' && kept.code === null && (
              <progress aria-label={m.files_sending({ name })} value={kept.done} max={kept.all} />
            )}
            {keep && (kept.state === 'none' || kept.state === 'missing') && (
              <Button look="link" aria-label={m.files_keep_this({ name })} onClick={keep}>
                {m.files_keep()}
              </Button>
            )}
            {id !== null && may && kept.state !== 'waiting' && !sure && (
              <IconButton label={m.files_remove_this({ name })} onClick={() => ask(true)}>
                <Trash2 size={14} aria-hidden="true" />
              </IconButton>
            )}
            {id !== null && (kept.state === 'stored' || kept.state === 'waiting') && (
              <IconButton label={downloadText(line.name, name)} onClick={() => void files.download(line, id)}>
                <Download size={14} aria-hidden="true" />
              </IconButton>
            )}
          </>
        )}
      </span>
    </li>
  );
}

function downloadText(given: string, shown: string): string {
  const saved = safeName(given);
  return saved === given
    ? m.files_download_this({ name: shown })
    : m.files_download_as({ name: shown, saved });
}

/** What became of it, where that is not plain. */
function stateText({ kept }: FileLine): string | null {
  switch (kept.state) {
    case 'none':
      return null;
    case 'waiting':
      return kept.code === null ? m.files_waiting() : errorText(kept.code);
    case 'stored':
      return kept.byMe ? m.files_kept_by_you() : m.files_kept_by({ who: kept.by });
    case 'missing':
      return kept.byMe ? m.files_missing_yours() : m.files_missing({ who: kept.by });
  }
}
