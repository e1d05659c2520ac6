import { useId } from 'preact/hooks';
import type { ImportNoun, ImportRules, SameRule } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import type { Wizard } from './wizard.ts';

const offered: SameRule[] = ['fill', 'skip', 'update', 'create'];
const ruleText: Record<SameRule, { title: () => string; how: () => string }> = {
  fill: { title: m.import_same_fill, how: m.import_same_fill_how },
  skip: { title: m.import_same_skip, how: m.import_same_skip_how },
  update: { title: m.import_same_update, how: m.import_same_update_how },
  create: { title: m.import_same_create, how: m.import_same_create_how },
};
type Ruled = Exclude<ImportNoun, 'interaction'>;
const fieldOf = { contact: 'contacts', company: 'companies', deal: 'deals' } as const;
const legend: Record<Ruled, () => string> = {
  contact: m.import_same_contact,
  company: m.import_same_company,
  deal: m.import_same_deal,
};

/** What becomes of those who are there already, and what the new ones get. The usual answer is given. */
export function RulesStep({ wizard }: { wizard: Wizard }) {
  const session = useSession();
  const id = useId();
  const rules = wizard.rules.value;
  const set = (change: Partial<ImportRules>) => {
    wizard.rules.value = { ...rules, ...change };
  };
  const nouns = nounsOf(wizard);
  const me = session.state.value?.link.me ?? null;
  const members = wizard.source.members.value.filter(({ role }) => role !== 'former');
  return (
    <Part
      title={m.import_rules()}
      how={m.import_rules_how()}
      buttons={
        <>
          <Button look="primary" type="submit" form={id}>
            {m.import_next()}
          </Button>
          <Button look="quiet" onClick={() => wizard.back('map')}>
            {m.import_back()}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class={css.rules}
        onSubmit={(event) => {
          event.preventDefault();
          void wizard.toCheck();
        }}
      >
        {nouns.map((noun, at) =>
          at === 0 ? (
            <fieldset key={noun} class={css.sameRules}>
              <legend class={css.legend}>{legend[noun]()}</legend>
              {rulesOf(noun).map((rule) => (
                <label key={rule} class={css.rule}>
                  <input
                    type="radio"
                    name={noun}
                    checked={rules[fieldOf[noun]] === rule}
                    onChange={() => set({ [fieldOf[noun]]: rule })}
                  />
                  <span>
                    <span class={css.ruleTitle}>{ruleText[rule].title()}</span>
                    <span class={css.ruleHow}>{ruleText[rule].how()}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          ) : (
            <Labelled key={noun} label={legend[noun]()}>
              <select
                class={form.input}
                value={rules[fieldOf[noun]]}
                onChange={(event) => {
                  const rule = rulesOf(noun).find((each) => each === event.currentTarget.value);
                  if (rule) set({ [fieldOf[noun]]: rule });
                }}
              >
                {rulesOf(noun).map((rule) => (
                  <option key={rule} value={rule}>
                    {ruleText[rule].title()}
                  </option>
                ))}
              </select>
            </Labelled>
          ),
        )}
        <fieldset class={css.sameRules}>
          <legend class={css.legend}>{m.import_new_ones()}</legend>
          <Labelled label={m.import_owner()}>
            <select
              class={form.input}
              value={rules.owner ?? ''}
              onChange={(event) => set({ owner: event.currentTarget.value || null })}
            >
              <option value="">{m.import_owner_nobody()}</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id === me ? m.import_owner_you() : name}
                </option>
              ))}
            </select>
          </Labelled>
          <TextField
            label={m.import_campaign()}
            placeholder={m.import_campaign_how()}
            maxLength={limits.name}
            value={rules.campaign ?? ''}
            onText={(text) => set({ campaign: text.trim() ? text : null })}
          />
          <label class={css.rule}>
            <input
              type="checkbox"
              checked={rules.private}
              onChange={(event) => set({ private: event.currentTarget.checked })}
            />
            <span>
              <span class={css.ruleTitle}>{m.import_private()}</span>
              <span class={css.ruleHow}>{m.import_private_how()}</span>
            </span>
          </label>
        </fieldset>
      </form>
    </Part>
  );
}

const rulesOf = (noun: Ruled): SameRule[] =>
  noun === 'company' ? offered.filter((rule) => rule !== 'create') : offered;

/** What the file speaks of, its own noun first. A file that was opened before a reload may speak of anything. */
function nounsOf(wizard: Wizard): Ruled[] {
  const mapping = wizard.source.mapping.value;
  const all: Ruled[] = ['contact', 'company', 'deal'];
  if (!mapping) return all;
  const has = (noun: Ruled) => mapping.columns.some(({ target }) => target.startsWith(`${noun}.`));
  return all
    .filter((noun) => noun === mapping.noun || has(noun))
    .sort((one, other) => Number(other === mapping.noun) - Number(one === mapping.noun));
}
