import * as m from '../../../shared/i18n/compiled/messages.js';
import { mayArrange } from '../../../shared/sync/rights.ts';
import { targetsOf } from '../../files/columns/target.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ColumnLine } from './ColumnLine.tsx';
import { FileProblems } from './FileProblems.tsx';
import { Ignored } from './Ignored.tsx';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import { Written } from './Written.tsx';
import type { Wizard } from './wizard.ts';

/** Which column is what: the guess, on what it rests, and five things that stand in the column. */
export function MapStep({ wizard }: { wizard: Wizard }) {
  const me = useSession().state.value?.link.me;
  const [opened, mapping, world] = [
    wizard.source.opened.value,
    wizard.source.mapping.value,
    wizard.source.world.value,
  ];
  if (!opened || !mapping || !world) return null;
  const role = wizard.source.members.value.find(({ id }) => id === me)?.role;
  const mayAdd = role !== undefined && mayArrange(role);
  const targets = targetsOf(mapping.noun, world.ownFields).filter(
    (target) => mayAdd || !target.endsWith('.newField'),
  );
  const columns = opened.columns.map((column, at) => ({ column, at, guess: mapping.columns[at] }));
  const isTaken = ({ guess }: (typeof columns)[number]) => guess !== undefined && guess.target !== 'ignore';
  const taken = columns.filter(isTaken);
  const folded = columns.filter(({ at }) => wizard.source.folded.value.has(at));
  const lines = (some: typeof columns) => (
    <ul class={css.columns}>
      {some.map(
        ({ column, at, guess }) =>
          guess && (
            <ColumnLine
              key={at}
              {...{ column, at, guess, targets }}
              product={mapping.product}
              ownFields={world.ownFields}
              correct={(target) => void wizard.correct(at, target)}
            />
          ),
      )}
    </ul>
  );
  return (
    <Part
      title={m.import_map()}
      how={wizard.source.recalled.value ? m.import_map_recalled() : m.import_map_how()}
      buttons={
        <>
          <Button look="primary" disabled={taken.length === 0} onClick={() => wizard.toRules()}>
            {m.import_next()}
          </Button>
          <Button look="quiet" onClick={() => void wizard.another()}>
            {m.import_cancel()}
          </Button>
          {taken.length === 0 && <p role="status">{m.import_map_nothing()}</p>}
        </>
      }
    >
      <Written wizard={wizard} opened={opened} mapping={mapping} />
      <FileProblems problems={opened.problems} />
      {lines(columns.filter(({ at }) => !wizard.source.folded.value.has(at)))}
      {folded.length > 0 && (
        <Ignored count={folded.filter((each) => !isTaken(each)).length}>
          {!mayAdd && <p class={css.small}>{m.import_new_field_not()}</p>}
          {lines(folded)}
        </Ignored>
      )}
    </Part>
  );
}
