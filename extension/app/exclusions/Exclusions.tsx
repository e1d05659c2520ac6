import { useEffect, useState } from 'preact/hooks';
import { readExcluded } from '../../../shared/domain/exclusion/read.ts';
import type { Exclusion } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ExclusionsView } from '../../messages/state.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { asRefusal } from '../../sidebar/shell/outcome.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

type About = 'mail' | 'site';

/** Whose mail is never logged and which sites are never looked at: one's own rules and the team's. */
export function Exclusions({ page }: { page: PageSession }) {
  const [view, setView] = useState<ExclusionsView | null>(null);
  const [about, setAbout] = useState<About>('mail');
  const [team, setTeam] = useState(false);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const state = page.state.value;
  const place = state?.place ?? null;
  const read = () =>
    place === null
      ? setView(null)
      : void page.client
          .call('exclusions', {})
          .then(setView, (cause) => setError(errorText(asRefusal(cause).code)));
  useEffect(read, [page, place, state?.version]);
  if (!view) return <p class={css.how}>{place === null ? m.exclude_unpaired() : error}</p>;

  const act = async (change: Promise<unknown>): Promise<boolean> => {
    try {
      await change;
      setError(null);
      return true;
    } catch (cause) {
      setError(errorText(asRefusal(cause).code));
      return false;
    }
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const said = readExcluded(typed, about);
    if (!said) return setError(about === 'mail' ? m.exclude_bad_mail() : m.exclude_bad_site());
    const input = { id: newId(), ...said, effect: 'never', note: null, private: !team } as const;
    if (await act(page.client.call('act', { verb: 'exclusion.add', input }))) setTyped('');
  };
  const mayChange = !state?.readOnly;
  return (
    <>
      {view.rules.length > 0 && (
        <ul class={css.rows}>
          {view.rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              by={view.members.find(({ id }) => id === rule.createdBy)?.name ?? ''}
              mayRemove={mayChange && (rule.privateTo !== null || view.mayArrange)}
              onRemove={() =>
                void act(page.client.call('act', { verb: 'exclusion.remove', input: { id: rule.id } }))
              }
            />
          ))}
        </ul>
      )}
      {mayChange && (
        <form class={css.form} onSubmit={(event) => void add(event)}>
          <Labelled label={m.exclude_about()}>
            <select
              class={form.input}
              value={about}
              onChange={(event) => setAbout(event.currentTarget.value as About)}
            >
              <option value="mail">{m.exclude_about_mail()}</option>
              <option value="site">{m.exclude_about_site()}</option>
            </select>
          </Labelled>
          <Labelled label={about === 'mail' ? m.exclude_what_mail() : m.exclude_what_site()} error={error}>
            <input
              class={form.input}
              type="text"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={300}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </Labelled>
          {view.mayArrange && (
            <label class={css.switch}>
              <input
                type="checkbox"
                checked={team}
                onChange={(event) => setTeam(event.currentTarget.checked)}
              />
              <span>{m.exclude_for_team()}</span>
              <span class={css.why}>{m.exclude_for_team_why()}</span>
            </label>
          )}
          <Button class={css.big} type="submit">
            {m.exclude_add()}
          </Button>
        </form>
      )}
    </>
  );
}

function RuleRow({
  rule,
  by,
  mayRemove,
  onRemove,
}: {
  rule: Exclusion;
  by: string;
  mayRemove: boolean;
  onRemove: () => void;
}) {
  const what = rule.subject === 'domain' ? `@${rule.value}` : rule.value;
  const texts = {
    never: { address: m.exclude_row_address, domain: m.exclude_row_domain, site: m.exclude_row_site },
    allow: {
      address: m.exclude_row_allow_mail,
      domain: m.exclude_row_allow_mail,
      site: m.exclude_row_allow_site,
    },
  };
  return (
    <li class={css.row}>
      <span>
        <bdi>{what}</bdi>
        <span class={css.why}>
          {texts[rule.effect][rule.subject]()} ·{' '}
          {rule.privateTo ? m.exclude_mine() : m.exclude_teams({ who: by })}
        </span>
      </span>
      {mayRemove && <Button onClick={onRemove}>{m.exclude_remove({ what })}</Button>}
    </li>
  );
}
