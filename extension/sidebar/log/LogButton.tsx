import { ChevronDown, Lock, Mail } from 'lucide-preact';
import { useId } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Audience } from '../audience/Audience.tsx';
import { neverItems } from '../exclusion/neverItems.ts';
import { useSession } from '../shell/session.ts';
import { DealPicker } from './DealPicker.tsx';
import css from './LogBar.module.css';
import { TargetLine } from './TargetLine.tsx';
import { targetText } from './targetText.ts';
import { useLog } from './useLog.ts';

/** The button that says where its click goes, who will see it, and whom it leaves out. */
export function LogButton({ thread, saving }: { thread: ThreadOnScreen; saving: boolean }) {
  const session = useSession();
  const { client } = session;
  const { log } = useLog();
  const { target, messages, private: hidden } = thread;
  const all = messages.length;
  const state = session.state.value;
  const email = state?.people.find(({ key }) => key === state.selected)?.email;
  const audienceId = useId();
  const Icon = hidden ? Lock : Mail;
  return (
    <>
      <div class={css.split}>
        <Button
          look="primary"
          wide
          data-focus="log"
          aria-keyshortcuts="l"
          aria-disabled={saving}
          aria-label={saving ? m.sidebar_saving() : targetText(target)}
          aria-describedby={audienceId}
          title={[...target.contacts.map((contact) => contact.name), target.deal?.title]
            .filter(Boolean)
            .join(', ')}
          icon={<Icon size={16} aria-hidden="true" />}
          onClick={(event) => !saving && void log(event, { messages: 'selected', private: hidden })}
        >
          {saving ? m.sidebar_saving() : <TargetLine target={target} />}
        </Button>
        {(all > 1 || email) && (
          <Menu
            label={m.sidebar_log_more()}
            class={css.more}
            trigger={<ChevronDown size={16} aria-hidden="true" />}
            items={() => [
              all > 1 && {
                id: 'all',
                label: m.sidebar_log_all({ count: all }),
                onPick: (event: Event) => void log(event, { messages: 'all', private: hidden }),
              },
              ...(email ? neverItems(session, email) : []),
            ]}
          />
        )}
      </div>
      <div class={css.who}>
        <Audience
          id={audienceId}
          of="log"
          hidden={hidden}
          onToggle={(next) => client.call('setPrivate', { private: next })}
        />
        <DealPicker target={target} />
      </div>
      {target.unknown > 0 && <p class={css.note}>{m.sidebar_log_leaves_out({ count: target.unknown })}</p>}
    </>
  );
}
