import type { InValue } from '@libsql/client';
import { hostsAbove } from '../../../shared/domain/exclusion/judge.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { ErrorCode } from '../../../shared/kit/error.ts';

const code: ErrorCode = 'interaction.excluded';

/**
 * Guard of a log: nobody in `:handles` is kept out of it by the team's word or, where the team says nothing, by one's
 * own. The narrowest word counts, of two alike `never`; as shared/domain/exclusion/judge.ts says before the click. [X3]
 */
export const keptOut = `CASE WHEN EXISTS (SELECT 1 FROM (
  SELECT x.effect, row_number() OVER (PARTITION BY h.value ->> 0, x.private_to IS NULL ORDER BY h.value ->> 1, x.effect = 'allow') AS n
  FROM json_each(:handles) h JOIN exclusion x ON x.value = h.value ->> 3 AND x.subject = h.value ->> 2
  WHERE x.deleted_at IS NULL AND (x.private_to IS NULL OR x.private_to = :by))
WHERE n = 1 AND effect = 'never') THEN '${code}' END`;

/** What each of these people may be called in a rule, the narrowest first: [person, place in the order, subject, value]. */
export function handlesOf(emails: readonly string[]): InValue {
  const handles = emails.flatMap((email, person) => {
    const address = emailKey(email)?.value ?? email.trim().toLowerCase();
    const host = address.slice(address.lastIndexOf('@') + 1);
    return [
      [person, 0, 'address', address],
      ...hostsAbove(host).map((above, at) => [person, at + 1, 'domain', above]),
    ];
  });
  return JSON.stringify(handles);
}
