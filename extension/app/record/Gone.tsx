import { Link } from 'wouter-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import type { HistoryNoun } from '../../messages/calls.ts';
import { Problem } from '../../sidebar/shell/Problem.tsx';
import { Empty } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './Record.module.css';

const whats = {
  contact: { what: m.words_contact, list: '/contacts', back: m.record_to_contacts },
  company: { what: m.words_company, list: '/companies', back: m.record_to_companies },
  deal: { what: m.words_deal, list: '/board', back: m.record_to_board },
};

/** Not there yet, not to be had, or not there; with the way to the others. */
export function Gone({ noun, code, gone }: { noun: HistoryNoun; code: ErrorCode | null; gone: boolean }) {
  const { what, list, back } = whats[noun];
  if (!code && !gone) return <Skeleton label={m.sidebar_loading()} />;
  return (
    <div class={css.gone} data-gone={noun}>
      {code ? <Problem code={code} /> : <Empty>{m.record_not_here({ what: what().toLowerCase() })}</Empty>}
      <Link href={list}>{back()}</Link>
    </div>
  );
}
