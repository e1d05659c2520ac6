import { Download } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Client } from '../../messages/client.ts';
import { type ExportFormat, formatsOf } from '../../messages/export.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import buttons from '../../ui/Button.module.css';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import css from './List.module.css';
import { saveFile } from './saveFile.ts';

type ExportNoun = Exclude<ListNoun, 'task'>;

/** Rows that cross in one message. */
const chunk = 250;
const files: Record<ExportFormat, { ending: string; type: string; label: () => string }> = {
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8', label: m.list_export_csv },
  vcard: { ending: 'vcf', type: 'text/vcard;charset=utf-8', label: m.list_export_vcard },
  json: { ending: 'json', type: 'application/json', label: m.list_export_json },
};
const called: Record<ExportNoun, string> = { contact: 'contacts', company: 'companies', deal: 'deals' };

/** The texts of a file, part by part. */
async function readParts(
  client: Client,
  asked: { noun: ExportNoun; format: ExportFormat; ids: readonly Id[] },
  tell: (share: number) => void,
  stop: AbortSignal,
): Promise<{ parts: string[]; rows: number } | null> {
  const { noun, format, ids } = asked;
  const parts: string[] = [];
  let rows = 0;
  for (let from = 0; from === 0 || from < ids.length; from += chunk) {
    if (stop.aborted) return null;
    const last = from + chunk >= ids.length;
    const part = ids.slice(from, from + chunk);
    const asked = { noun, format, ids: part, first: from === 0, last, written: rows };
    const answer = await client.call('exportRows', asked);
    parts.push(answer.text);
    rows += answer.rows;
    tell(Math.min(1, (from + chunk) / ids.length));
  }
  return { parts, rows };
}

/**
 * Saves rows to a file: all that match, or the selected ones.
 * @param count how many there are; without any there is nothing to save
 */
export function Export({ noun, count, ids }: { noun: ListNoun; count: number; ids: () => Promise<Id[]> }) {
  const session = useSession();
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  if (noun === 'task') return null;

  const save = async (event: Event, format: ExportFormat) => {
    const stop = new AbortController();
    running.current = stop;
    setShare(0);
    const outcome = await session.change(event, async () => {
      const asked = { noun, format, ids: await ids() };
      return readParts(session.client, asked, setShare, stop.signal);
    });
    if (running.current === stop) setShare(null);
    if (!outcome.ok || !outcome.value) return;
    const { ending, type } = files[format];
    saveFile(outcome.value.parts, `${called[noun]}-${session.today.value}.${ending}`, type);
    const rows = new Intl.NumberFormat(session.locale.value).format(outcome.value.rows);
    session.toasts.show({ tone: 'plain', text: m.list_export_done({ count: rows }) });
  };

  if (share !== null)
    return (
      <Button onClick={() => running.current?.abort()}>
        {m.list_export_stop({ percent: String(Math.floor(share * 100)) })}
      </Button>
    );
  return (
    <Menu
      label={m.list_export()}
      class={classes(buttons.button, buttons.outline, css.add)}
      trigger={
        <>
          <Download size={14} aria-hidden="true" />
          <span class={buttons.text}>{m.list_export()}</span>
        </>
      }
      items={formatsOf(noun).map((format) => ({
        id: format,
        label: files[format].label(),
        disabled: count === 0,
        onPick: (event) => void save(event, format),
      }))}
    />
  );
}
