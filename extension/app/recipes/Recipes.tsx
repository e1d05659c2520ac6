import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RecipeLine } from '../../messages/capture.ts';
import { Button } from '../../ui/Button.tsx';
import { Text } from '../../ui/Text.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** Sites that somebody showed by pointing how to read; whoever may write can take one back, and that back too. */
export function Recipes({ page }: { page: PageSession }) {
  const [lines, setLines] = useState<RecipeLine[] | null>(null);
  const [said, say] = useState('');
  const state = page.state.value;
  const { place = null, version = 0, readOnly = false } = state ?? {};
  useEffect(() => {
    if (place !== null) page.client.call('recipes', {}).then(setLines, reportError);
  }, [page, place, version]);
  const remove = async ({ id, site }: RecipeLine) => {
    await page.client.call('act', { verb: 'recipe.remove', input: { id } });
    say(m.capture_recipe_removed({ site }));
  };
  const day = new Intl.DateTimeFormat(page.locale.value, { dateStyle: 'medium' });
  return (
    <>
      {!lines || lines.length === 0 ? (
        <p class={css.how}>{m.capture_recipes_none()}</p>
      ) : (
        <ul class={css.rows}>
          {lines.map((line) => (
            <li key={line.id} class={css.row}>
              <span>
                <Text>{line.site}</Text>{' '}
                <span class={css.how}>
                  {line.kind === 'person' ? m.capture_recipe_people() : m.capture_recipe_company()}
                  {line.by && ` · ${m.capture_recipe_by({ who: line.by, when: day.format(line.at) })}`}
                </span>
              </span>
              {!readOnly && (
                <Button
                  aria-label={m.capture_recipe_remove_of({ site: line.site })}
                  onClick={() => void remove(line)}
                >
                  {m.capture_recipe_remove()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class={css.how} role="status">
        {said}
      </p>
    </>
  );
}
