import { useId } from 'preact/hooks';
import type { RowProblem } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Text } from '../../ui/Text.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { LongList } from './LongList.tsx';
import { problemText } from './problemText.ts';

/** What is wrong with single rows: where, what stood there, and what comes of it. */
export function Problems({ problems, total }: { problems: readonly RowProblem[]; total: number }) {
  const counts = useCounts();
  const id = useId();
  if (total === 0) return <p class={css.small}>{m.import_problems_none()}</p>;
  return (
    <section aria-labelledby={id}>
      <h3 class={css.subtitle} id={id}>
        {m.import_problems()} <span class={css.count}>{counts(total).shown}</span>
      </h3>
      {problems.length < total && (
        <p class={css.small}>
          {m.import_problems_first({ shown: counts(problems.length).shown, total: counts(total).shown })}
        </p>
      )}
      <LongList
        lines={problems.map((problem, at) => (
          <li key={at}>
            <span class={css.where}>
              {m.import_row({ row: counts(problem.row).shown })}
              {problem.column !== null && (
                <>
                  {' · '}
                  <Text>{problem.column}</Text>
                </>
              )}
            </span>{' '}
            {problem.text !== null && (
              <>
                <Text class={css.said}>{problem.text}</Text>{' '}
              </>
            )}
            {problemText(problem)}
          </li>
        ))}
      />
    </section>
  );
}
