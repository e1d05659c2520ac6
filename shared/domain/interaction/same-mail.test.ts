import { expect, test } from 'vitest';
import { areDifferentMails } from './same-mail.ts';

const digest = `dg:29400000:${'a'.repeat(32)}`;

test.each<[string, string[], string[], boolean]>([
  [
    'two Message-IDs are two mails, though text and minute agree',
    ['mid:1@a', digest],
    ['mid:2@a', digest],
    true,
  ],
  ['two ids of one mailbox are two mails', ['gm:nora@f:1', digest], ['gm:nora@f:2', digest], true],
  ['ids of two mailboxes say nothing', ['gm:nora@f:1', digest], ['gm:mia@f:2', digest], false],
  [
    'one Message-ID is one mail, whatever the mailboxes say',
    ['mid:1@a', 'gm:n@f:1'],
    ['mid:1@a', 'gm:n@f:2'],
    false,
  ],
  ['a Message-ID that only one side knows says nothing', ['mid:1@a', digest], [digest], false],
  ['digests alone say nothing', [digest], ['dg:29400009:b'], false],
])('%s', (_, one, other, different) => {
  expect(areDifferentMails(one, other)).toBe(different);
  expect(areDifferentMails(other, one)).toBe(different);
});
