import { importNouns } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { encodingNames } from '../../files/bytes/encoding.ts';
import type { Mapping } from '../../files/columns/mapping.ts';
import { delimiters } from '../../files/csv/delimiter.ts';
import { countryCodes } from '../../files/plan/country.ts';
import { currencyOptions } from '../../sidebar/deal/currencies.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { classes } from '../../ui/classes.ts';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Text } from '../../ui/Text.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { productText } from './productText.ts';
import type { Opened } from './reader/reader.ts';
import type { Wizard } from './wizard.ts';

const encodingNamed: Record<(typeof encodingNames)[number], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030 (GBK)',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'windows-1252': 'Windows-1252',
};
const delimiterNamed: Record<(typeof delimiters)[number], () => string> = {
  ',': m.import_delimiter_comma,
  ';': m.import_delimiter_semicolon,
  '\t': m.import_delimiter_tab,
  '|': m.import_delimiter_pipe,
};
const aboutNamed = {
  contact: m.import_about_contact,
  company: m.import_about_company,
  deal: m.import_about_deal,
  interaction: m.import_about_interaction,
};

/** All countries as the reader calls them, in the order of their language. */
function countries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

/** How the file is written, as it was found; each can be said otherwise. */
export function Written({ wizard, opened, mapping }: { wizard: Wizard; opened: Opened; mapping: Mapping }) {
  const counts = useCounts();
  const rows = counts(opened.rows);
  const { locale } = useSession();
  const isTable = opened.format === 'csv';
  const speaksOf = (field: string) => mapping.columns.some(({ target }) => target.endsWith(field));
  return (
    <div class={css.written}>
      <p>
        <Text class={css.columnName}>{wizard.source.file.value?.name ?? ''}</Text>
        {' · '}
        {opened.format === 'vcard' ? m.import_cards(rows) : m.import_rows(rows)}
        {mapping.product && ` · ${m.import_product_file({ product: productText(mapping.product) })}`}
      </p>
      {!mapping.dateCertain && (
        <fieldset class={css.choices}>
          <legend>
            {m.import_dates()} <strong class={css.unsure}>{m.import_dates_unsure()}</strong>
          </legend>
          {(['dmy', 'mdy'] as const).map((order) => (
            <label key={order} class={css.choice}>
              <input
                type="radio"
                name="dates"
                checked={mapping.dateOrder === order}
                onChange={() => wizard.source.set({ dateOrder: order })}
              />
              {order === 'dmy' ? m.import_dates_dmy() : m.import_dates_mdy()}
            </label>
          ))}
        </fieldset>
      )}
      <details class={css.fold} open={!opened.encoding.certain}>
        <summary>{m.import_how_written()}</summary>
        <div class={classes(form.form, css.written)}>
          <div class={form.row}>
            <Labelled label={m.import_about()}>
              <select
                class={form.input}
                value={mapping.noun}
                onChange={(event) => {
                  const noun = importNouns.find((each) => each === event.currentTarget.value);
                  if (noun) void wizard.about(noun);
                }}
              >
                {importNouns.map((noun) => (
                  <option key={noun} value={noun}>
                    {aboutNamed[noun]()}
                  </option>
                ))}
              </select>
            </Labelled>
            <Labelled label={m.import_encoding()}>
              <select
                class={form.input}
                value={opened.encoding.name}
                onChange={(event) => {
                  const encoding = encodingNames.find((name) => name === event.currentTarget.value);
                  if (encoding) void wizard.reread({ encoding });
                }}
              >
                {encodingNames.map((name) => (
                  <option key={name} value={name}>
                    {encodingNamed[name]}
                  </option>
                ))}
              </select>
            </Labelled>
            {isTable && (
              <Labelled label={m.import_delimiter()}>
                <select
                  class={form.input}
                  value={opened.delimiter ?? ','}
                  onChange={(event) => {
                    const delimiter = delimiters.find((sign) => sign === event.currentTarget.value);
                    if (delimiter) void wizard.reread({ delimiter });
                  }}
                >
                  {delimiters.map((sign) => (
                    <option key={sign} value={sign}>
                      {delimiterNamed[sign]()}
                    </option>
                  ))}
                </select>
              </Labelled>
            )}
          </div>
          <div class={form.row}>
            {speaksOf('.phone') && (
              <Labelled label={m.import_country()}>
                <select
                  class={form.input}
                  value={mapping.country ?? ''}
                  onChange={(event) => wizard.source.set({ country: event.currentTarget.value || null })}
                >
                  <option value="">{m.import_country_none()}</option>
                  {countries(locale.value).map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              </Labelled>
            )}
            {speaksOf('.amount') && (
              <Labelled label={m.import_currency()}>
                <select
                  class={form.input}
                  value={mapping.currency ?? ''}
                  onChange={(event) => wizard.source.set({ currency: event.currentTarget.value || null })}
                >
                  {currencyOptions(mapping.currency).map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </Labelled>
            )}
          </div>
          {!opened.encoding.certain && <p class={css.small}>{m.import_encoding_unsure()}</p>}
          {isTable && (
            <label class={css.choice}>
              <input
                type="checkbox"
                checked={opened.skipped > 0}
                onChange={(event) =>
                  void wizard.reread({ headerRow: event.currentTarget.checked ? 0 : null })
                }
              />
              {m.import_header_row()}
            </label>
          )}
        </div>
      </details>
    </div>
  );
}
