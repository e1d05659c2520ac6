import type { PlannedProblem, ProblemCode } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isErrorCode } from '../../../shared/kit/error.ts';
import type { FileProblem, FileProblemCode } from '../../files/table.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';

const rowTexts: Record<ProblemCode, () => string> = {
  'row.empty': m.import_problem_row_empty,
  'row.broken': m.import_problem_row_broken,
  'email.invalid': m.import_problem_email_invalid,
  'phone.invalid': m.import_problem_phone_invalid,
  'url.invalid': m.import_problem_url_invalid,
  'domain.invalid': m.import_problem_domain_invalid,
  'date.invalid': m.import_problem_date_invalid,
  'date.ambiguous': m.import_problem_date_ambiguous,
  'number.invalid': m.import_problem_number_invalid,
  'money.invalid': m.import_problem_money_invalid,
  'choice.unknown': m.import_problem_choice_unknown,
  'text.long': m.import_problem_text_long,
  'name.missing': m.import_problem_name_missing,
  'stage.unknown': m.import_problem_stage_unknown,
  'owner.unknown': m.import_problem_owner_unknown,
  'activity.open': m.import_problem_activity_open,
  'media.left': m.import_problem_media_left,
  'key.held': m.import_problem_key_held,
  'row.contradicts': m.import_problem_row_contradicts,
  'match.several': m.import_problem_match_several,
  'link.unknown': m.import_problem_link_unknown,
  'row.large': m.import_problem_row_large,
  'server.refused': m.import_problem_server_refused,
};

/** What is wrong with a row, and what comes of it. */
export function problemText({ code, detail }: Pick<PlannedProblem, 'code'> & { detail?: string }): string {
  const text = rowTexts[code]();
  return detail && isErrorCode(detail) ? `${text}: ${errorText(detail)}` : text;
}

type Counted = { count: number; shown: string };
const fileTexts: Record<FileProblemCode, (counted: Counted) => string> = {
  'file.too_large': () => m.import_file_file_too_large(),
  'file.empty': () => m.import_file_file_empty(),
  'file.workbook': () => m.import_file_file_workbook(),
  'file.unknown': () => m.import_file_file_unknown(),
  'rows.too_many': () => m.import_file_rows_too_many(),
  'columns.too_many': () => m.import_file_columns_too_many(),
  'cell.too_long': m.import_file_cell_too_long,
  'row.ragged': m.import_file_row_ragged,
  'quote.unclosed': m.import_file_quote_unclosed,
  'encoding.broken': m.import_file_encoding_broken,
  'nul.removed': m.import_file_nul_removed,
  'card.broken': m.import_file_card_broken,
  'card.too_long': m.import_file_card_too_long,
  'media.left': m.import_file_media_left,
};
export const fileProblemText = ({ code }: FileProblem, counted: Counted): string => fileTexts[code](counted);
