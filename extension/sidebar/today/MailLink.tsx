import * as m from '../../../shared/i18n/compiled/messages.js';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './MailLink.module.css';

/** The subject of a conversation of this mailbox; leads to it where the mailbox is before one. */
export function MailLink({ line }: { line: { subject: string; threadId: string; account?: string } }) {
  const session = useSession();
  const state = session.state.value;
  const { subject, threadId, account } = line;
  if (!subject) return null;
  const isHere =
    state?.screen.kind === 'mailbox' && (account === undefined || state.mailbox?.account === account);
  if (!isHere)
    return (
      <Text cut class={css.subject}>
        {subject}
      </Text>
    );
  return (
    <button
      type="button"
      class={css.link}
      aria-label={m.today_open_mail({ subject })}
      onClick={() => session.ask('openThread', { threadId })}
    >
      <Text cut>{subject}</Text>
    </button>
  );
}
