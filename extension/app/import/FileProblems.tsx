import * as m from '../../../shared/i18n/compiled/messages.js';
import type { FileProblem } from '../../files/table.ts';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { fileProblemText } from './problemText.ts';

export function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const counts = useCounts();
  if (problems.length === 0) return null;
  return (
    <ul class={css.warnings} aria-label={m.import_problems_of_file()}>
      {problems.map((problem) => (
        <li key={problem.code}>
          {fileProblemText(problem, counts(problem.count))}
          {problem.row !== null && ` ${m.import_file_first_row({ row: counts(problem.row).shown })}`}
        </li>
      ))}
    </ul>
  );
}
