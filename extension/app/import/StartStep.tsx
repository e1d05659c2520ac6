import { FileUp } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import { PastImports } from './PastImports.tsx';
import { pastePlace as place, type Wizard } from './wizard.ts';

const kinds = '.csv,.tsv,.txt,.tab,.vcf,.vcard,.json,text/csv,text/vcard';
const KEEP_AFTER_MS = 500;

export function StartStep({ wizard }: { wizard: Wizard }) {
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) void wizard.take([...files]);
  };
  return (
    <>
      <Part title={m.import_step_file()}>
        <div class={css.drop} data-over={wizard.over.value || undefined}>
          <FileUp size={32} aria-hidden="true" />
          <p class={css.dropTitle}>{wizard.over.value ? m.import_drop_now() : m.import_drop()}</p>
          <input
            ref={picker}
            class={css.unseen}
            type="file"
            multiple
            accept={kinds}
            aria-label={m.import_choose()}
            tabIndex={-1}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <Button look="primary" onClick={() => picker.current?.click()}>
            {m.import_choose()}
          </Button>
          <p class={css.small}>{m.import_drop_kinds()}</p>
        </div>
        <Paste wizard={wizard} />
        <p class={css.small}>{m.import_stays_here()}</p>
      </Part>
      <PastImports />
    </>
  );
}

function Paste({ wizard }: { wizard: Wizard }) {
  const { client } = useSession();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const typed = useRef(false);
  useEffect(() => {
    let current = true;
    client.call('draft', { place }).then(
      (kept) => current && !typed.current && kept.text && setText(kept.text),
      () => undefined, // without a background nothing was kept either
    );
    return () => {
      current = false;
    };
  }, [client]);
  useEffect(() => {
    if (!typed.current) return;
    const keeping = setTimeout(
      () =>
        void client
          .call('setDraft', { place, text: text.length > 0 && text.length <= limits.note ? text : null })
          .catch(() => undefined), // it stays in the field
      KEEP_AFTER_MS,
    );
    return () => clearTimeout(keeping);
  }, [client, text]);
  return (
    <form
      class={css.paste}
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return setError(m.import_paste_empty());
        void wizard.paste(text);
      }}
    >
      <Labelled label={m.import_paste()} error={error}>
        <textarea
          class={form.input}
          rows={4}
          dir="auto"
          placeholder={m.import_paste_how()}
          value={text}
          onInput={(event) => {
            typed.current = true;
            setError(null);
            setText(event.currentTarget.value);
          }}
        />
      </Labelled>
      <Button type="submit">{m.import_paste_read()}</Button>
    </form>
  );
}
