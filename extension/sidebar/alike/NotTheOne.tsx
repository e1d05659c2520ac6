import { ShieldAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Difference } from '../../../shared/identity/look-alike/difference.ts';
import type { PassesFor } from '../../messages/pairs.ts';
import type { SidebarState } from '../../messages/state.ts';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { joined } from './joined.ts';
import css from './NotTheOne.module.css';
import { shownHosts, shownNames } from './shown.ts';

/** "Not the ACME you know": what is on the screen passes for a company that is known, and is another. */
export function NotTheOne({ state }: { state: SidebarState }) {
  const [hosts, names] = [shownHosts(state), shownNames(state)];
  const { value: found = [] } = useAnswer(
    'lookAlikes',
    hosts.length + names.length > 0 ? { hosts, names } : null,
  );
  return (
    <>
      {found.map((passing) => (
        <Warning key={`${passing.seen} ${passing.known}`} passing={passing} />
      ))}
    </>
  );
}

function Warning({ passing }: { passing: PassesFor }) {
  const session = useSession();
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const { seen, known, company, kind } = passing;
  const dismiss = () => {
    setGone(true);
    void session.ask('dismissLookAlike', { seen, known });
  };
  const told =
    kind === 'domain'
      ? m.alike_not_known({ company: company.name, seen, known })
      : m.alike_not_known_name({ company: company.name, seen });
  const what = joined(passing.differences.map(differsText));
  return (
    <Strip
      tone="danger"
      role="alert"
      icon={<ShieldAlert size={14} aria-hidden="true" />}
      action={
        <>
          <button type="button" onClick={() => session.open({ noun: 'company', id: company.id })}>
            {m.alike_open({ name: company.name })}
          </button>
          <button type="button" onClick={dismiss}>
            {m.alike_dismiss()}
          </button>
        </>
      }
    >
      <span class={css.seen}>{marked(told, passing)}</span>
      {what && <span class={css.what}>{m.alike_what_differs({ what })}</span>}
    </Strip>
  );
}

/** What differs stands out by weight and a line, not by colour. */
function marked(text: string, { seen, differences }: PassesFor) {
  const at = text.indexOf(seen);
  const places = differences.filter(({ from, to }) => to > from && to <= seen.length);
  if (at < 0 || places.length === 0) return text;
  let done = 0;
  const parts = [...places]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to }) => {
      if (from < done) return [];
      const plain = seen.slice(done, from);
      done = to;
      return [plain, <mark key={from}>{seen.slice(from, to)}</mark>];
    });
  return [text.slice(0, at), ...parts, seen.slice(done), text.slice(at + seen.length)];
}

function differsText({ how, seen, known }: Difference): string {
  if (how === 'inside') return m.alike_differs_inside({ known });
  if (how === 'ending') return m.alike_differs_ending({ seen: `.${seen}`, known: `.${known}` });
  if (how === 'characters') return m.alike_differs_characters({ seen, known });
  if (!seen) return m.alike_differs_missing({ known });
  return known ? m.alike_differs_instead({ seen, known }) : m.alike_differs_added({ seen });
}
