import { Briefcase } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { singleKeys } from '../../../ui/singleKeys.ts';
import { NewDealForm } from '../../deal/NewDealForm.tsx';
import type { CommandFile } from '../command.ts';
import { linkedTo, nameOf } from './about.ts';

/** A deal with whoever is on the screen, or with nobody yet. */
export const newDeal: CommandFile = {
  commands: ({ about, host, state }) => {
    const linked = about && about.noun !== 'deal' ? about : null;
    const { contactIds, companyId } = linked ? linkedTo(linked) : { contactIds: [], companyId: null };
    const title = state.screen.kind === 'thread' && linked ? state.screen.thread.subject : '';
    return [
      {
        id: 'new-deal',
        section: linked ? 'here' : 'do',
        icon: Briefcase,
        label: m.sidebar_new_deal(),
        detail: linked ? nameOf(linked) : null,
        words: m.palette_words_deal(),
        ...(singleKeys.on && host === 'panel' && linked && { keys: 'D' }),
        changes: true,
        leads: () => ({
          title: m.sidebar_new_deal(),
          view: (close) => (
            <NewDealForm
              about={{ contactIds, companyId }}
              currencies={linked ? linked.view.deals.map(({ currency }) => currency) : []}
              suggestedTitle={title}
              onDone={close}
            />
          ),
        }),
      },
    ];
  },
};
