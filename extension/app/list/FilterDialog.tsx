import { Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../../shared/domain/view/fields.ts';
import { isComplete, operatorsOf } from '../../../shared/domain/view/operators.ts';
import type { ListNoun, Operator, Rule } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListStart } from '../../messages/list.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { fieldLabel, operatorText } from './fieldLabel.ts';
import css from './List.module.css';
import { RuleValue } from './RuleValue.tsx';

/** One condition and its alternatives. */
export function FilterDialog({
  noun,
  start,
  group,
  onSave,
  onClose,
}: {
  noun: ListNoun;
  start: ListStart;
  /** Null: a new one. */
  group: readonly Rule[] | null;
  onSave: (group: Rule[], names: Record<string, string>) => void;
  onClose: () => void;
}) {
  const { fields } = start;
  const fresh = (): Rule => ruleOf(fields.find(({ name }) => name === 'owner') ?? (fields[0] as Field));
  const [rules, setRules] = useState<Rule[]>(group ? [...group] : [fresh()]);
  const [names, setNames] = useState<Record<string, string>>({});
  const [error, setError] = useState<string | null>(null);
  const put = (at: number, rule: Rule) => {
    setError(null);
    setRules(rules.map((each, i) => (i === at ? rule : each)));
  };
  return (
    <Dialog title={m.list_filter_of()} close={m.words_close()} onClose={onClose}>
      <Form
        label={m.list_filter_of()}
        class={css.filterForm}
        onCancel={onClose}
        onSave={() => {
          if (rules.every(isComplete)) onSave(rules, names);
          else setError(m.list_pick_value());
        }}
      >
        {rules.map((rule, at) => (
          <RuleLine
            // Rules have no names; one that is taken away is the only one to go.
            key={`${at} ${rules.length}`}
            noun={noun}
            start={start}
            rule={rule}
            onRule={(next, more) => {
              put(at, next);
              if (more) setNames({ ...names, ...more });
            }}
            onRemove={rules.length > 1 ? () => setRules(rules.filter((_, i) => i !== at)) : null}
            alternative={at > 0}
          />
        ))}
        {error && (
          <p class={form.error} role="alert">
            {error}
          </p>
        )}
        <FormEnd save={m.list_apply()} cancel={m.words_cancel()} onCancel={onClose}>
          {rules.length < 20 && (
            <Button
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => setRules([...rules, fresh()])}
            >
              {m.list_add_or()}
            </Button>
          )}
        </FormEnd>
      </Form>
    </Dialog>
  );
}

const ruleOf = (field: Field): Rule => ({
  field: field.name,
  op: operatorsOf[field.kind][0] as Operator,
  values: field.kind === 'yes-no' ? [1] : [],
});

function RuleLine({
  noun,
  start,
  rule,
  onRule,
  onRemove,
  alternative,
}: {
  noun: ListNoun;
  start: ListStart;
  rule: Rule;
  onRule: (rule: Rule, names?: Record<string, string>) => void;
  onRemove: (() => void) | null;
  alternative: boolean;
}) {
  const { fields } = start;
  const field = fields.find(({ name }) => name === rule.field);
  return (
    <fieldset class={css.rule}>
      <legend class={css.or}>{alternative ? m.list_or() : ''}</legend>
      <div class={css.ruleHead}>
        <Labelled label={m.list_field()}>
          <select
            class={form.input}
            value={rule.field}
            onChange={({ currentTarget: { value } }) => {
              const next = fields.find(({ name }) => name === value);
              if (next) onRule(ruleOf(next));
            }}
          >
            {!field && <option value={rule.field}>{m.list_field_gone()}</option>}
            {fields.map((each) => (
              <option key={each.name} value={each.name}>
                {fieldLabel(each.name, each, noun)}
              </option>
            ))}
          </select>
        </Labelled>
        {field && (
          <Labelled label={m.list_operator()}>
            <select
              class={form.input}
              value={rule.op}
              onChange={({ currentTarget: { value } }) =>
                onRule({ ...rule, op: value as Operator, values: field.kind === 'yes-no' ? [1] : [] })
              }
            >
              {operatorsOf[field.kind].map((op) => (
                <option key={op} value={op}>
                  {operatorText(op)}
                </option>
              ))}
            </select>
          </Labelled>
        )}
        {onRemove && (
          <IconButton label={m.list_remove_alternative()} onClick={onRemove}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {field && (
        <RuleValue
          key={`${rule.field} ${rule.op}`}
          noun={noun}
          field={field}
          op={rule.op}
          start={start}
          label={m.list_value()}
          values={rule.values}
          onValues={(values, names) => onRule({ ...rule, values }, names)}
        />
      )}
    </fieldset>
  );
}
