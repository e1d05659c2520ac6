import type { ComposeAsk, ComposeReply } from '../../messages/compose.ts';
import type { Core } from '../core.ts';
import { dueSaid } from './due.ts';
import { forgetScheduled, keepScheduled } from './scheduled.ts';
import { fillTemplate, templateLines } from './templates.ts';
import { keepWish } from './wish.ts';
import { writingAnswer } from './writing.ts';

/** What compose windows ask; none of it asks anybody else. */
export async function answerCompose(
  core: Core,
  tabId: number,
  account: string,
  ask: ComposeAsk,
): Promise<ComposeReply> {
  const { sessions } = core;
  switch (ask.of) {
    case 'writing':
      sessions.change(tabId, { writing: ask.writing });
      return { writing: await writingAnswer(core, tabId, account, ask.writing) };
    case 'plain':
      sessions.change(tabId, { writing: ask.on ? 'plain' : null });
      return {};
    case 'ended': {
      const { writing } = sessions.get(tabId);
      if (writing !== 'plain' && writing?.key === ask.key) sessions.change(tabId, { writing: null });
      if (ask.discarded) {
        await keepWish(core, ask.key, null);
        await forgetScheduled(core, ask.key);
      }
      return {};
    }
    case 'wish':
      await keepWish(core, ask.key, ask.wish);
      return {};
    case 'scheduled':
      await keepScheduled(core, tabId, account, ask);
      return {};
    case 'templates':
      return { templates: await templateLines(core) };
    case 'fill':
      return {
        filled: await fillTemplate(core, {
          id: ask.id,
          to: ask.to,
          dealId: ask.deal?.id ?? (ask.deal ? null : undefined),
        }),
      };
    case 'due':
      return { due: dueSaid(core, ask.text) };
  }
}
