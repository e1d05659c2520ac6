import { ChevronDown, Lock, Mail } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { Audience } from '../audience/Audience.tsx';
import { neverItems } from '../exclusion/neverItems.ts';
import { useSession } from '../shell/session.ts';
import { DealPicker } from './DealPicker.tsx';
import css from './LogBar.module.css';
import { placing } from './placing.ts';
import { missingOf } from './progress.ts';
import { TargetLine } from './TargetLine.tsx';
import { targetText } from './targetText.ts';
import { useLog } from './useLog.ts';

/** The button that says where its click goes, who will see it, and whom it leaves out. */
export function LogButton({ thread, saving }: { thread: ThreadOnScreen; saving: boolean }) {
  const session = useSession();
  const { client } = session;
  const { log } = useLog();
  const { target, messages, private: hidden } = thread;
  const missing = missingOf(messages, target.chosen).length;
  const state = session.state.value;
  const email = state?.people.find(({ key }) => key === state.selected)?.email;
  const audienceId = useId();
  const split = useRef<HTMLDivElement>(null);
  const Icon = hidden ? Lock : Mail;
  const elsewhere = target.open.filter((deal) => !target.deals.some(({ id }) => id === deal.id));
  return (
    <>
      <div class={css.split} ref={split}>
        <Button
          look="primary"
          wide
          data-focus="log"
          aria-keyshortcuts="l"
          aria-disabled={saving}
          aria-label={saving ? m.sidebar_saving() : targetText(target)}
          aria-describedby={audienceId}
          title={[...target.contacts.map(({ name }) => name), ...target.deals.map(({ title }) => title)].join(
            ', ',
          )}
          icon={<Icon size={16} aria-hidden="true" />}
          onClick={(event) => !saving && void log(event, { messages: 'selected', private: hidden })}
          onKeyDown={(event) => {
            // The key for logging, an arrow, Enter: the log goes to a certain deal.
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            split.current?.querySelector<HTMLElement>('[aria-haspopup]')?.click();
          }}
        >
          {saving ? m.sidebar_saving() : <TargetLine target={target} />}
        </Button>
        <Menu
          label={m.sidebar_log_more()}
          class={css.more}
          trigger={<ChevronDown size={16} aria-hidden="true" />}
          items={() => [
            ...elsewhere.map((deal) => ({
              id: deal.id,
              text: deal.title,
              label: <Text>{m.log_to_deal({ deal: deal.title })}</Text>,
              onPick: (event: Event) =>
                void log(event, { messages: 'selected', private: hidden, to: { dealIds: [deal.id] } }),
            })),
            missing > 1 && {
              id: 'all',
              label: m.sidebar_log_all({ count: missing }),
              onPick: (event: Event) => void log(event, { messages: 'missing', private: hidden }),
            },
            { id: 'to', label: m.log_to_other(), onPick: () => placing.toggle('log') },
            ...(email ? neverItems(session, email) : []),
          ]}
        />
      </div>
      <div class={css.who}>
        <Audience
          id={audienceId}
          of="log"
          hidden={hidden}
          onToggle={(next) => client.call('setPrivate', { private: next })}
        />
        <DealPicker
          open={target.open}
          chosen={target.deals}
          asks={target.basis === 'several'}
          onChoose={(dealIds) => session.ask('chooseTarget', { dealIds })}
        />
      </div>
      {target.unknown > 0 && <p class={css.note}>{m.sidebar_log_leaves_out({ count: target.unknown })}</p>}
    </>
  );
}
