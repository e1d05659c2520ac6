import { ExternalLink, History, Tag, Trash2, UserRoundCheck } from 'lucide-preact';
import { lifeCycles, type Member } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { lifeCycleText } from '../../person/lifeCycleText.ts';
import { removeRecord } from '../../shell/removeRecord.ts';
import type { Session } from '../../shell/session.ts';
import type { About, Command, CommandFile } from '../command.ts';
import { idOf, nameOf } from './about.ts';

function lifeCycle(session: Session, about: About): Command[] {
  if (about.noun !== 'contact') return [];
  const { id, lifeCycle: now } = about.view.contact;
  return [
    {
      id: 'life-cycle',
      section: 'here',
      icon: Tag,
      label: m.palette_set_life_cycle(),
      detail: lifeCycleText(now),
      changes: true,
      leads: () => ({
        title: m.words_life_cycle(),
        commands: lifeCycles.map((each) => ({
          id: each,
          section: 'do',
          icon: Tag,
          label: lifeCycleText(each),
          on: each === now,
          changes: true,
          run: (event) => void session.act(event, 'contact.edit', { id, fields: { lifeCycle: each } }),
        })),
      }),
    },
  ];
}

const give = (session: Session, event: Event, about: About, ownerId: string | null) =>
  session.act(event, `${about.noun}.edit`, { id: idOf(about), fields: { ownerId } });

function owner(session: Session, about: About): Command[] {
  const { owner: now, members } = about.view;
  const me = session.state.value?.link.me;
  const choices: (Member | null)[] = [...members, null];
  return [
    {
      id: 'owner',
      section: 'here',
      icon: UserRoundCheck,
      label: m.palette_set_owner(),
      detail: now ? (now.id === me ? m.sidebar_owner_you() : now.name) : m.sidebar_no_owner(),
      changes: true,
      leads: () => ({
        title: m.words_owner(),
        commands: choices.map((member) => ({
          id: member?.id ?? 'nobody',
          section: 'do',
          icon: UserRoundCheck,
          label: member?.name ?? m.sidebar_no_owner(),
          on: (now?.id ?? null) === (member?.id ?? null),
          changes: true,
          run: (event) => void give(session, event, about, member?.id ?? null),
        })),
      }),
    },
  ];
}

/** What can be done with the record itself. */
export const record: CommandFile = {
  commands: ({ session, about, host }) => {
    if (!about) return [];
    const { noun } = about;
    const [id, name] = [idOf(about), nameOf(about)];
    return [
      ...lifeCycle(session, about),
      ...owner(session, about),
      ...(host === 'panel'
        ? [
            {
              id: 'open-page',
              section: 'here' as const,
              icon: ExternalLink,
              label: m.palette_open_page(),
              detail: name,
              words: m.palette_words_open(),
              run: () => session.go(`/${noun}/${id}`),
            },
          ]
        : []),
      {
        id: 'history',
        section: 'here',
        icon: History,
        label: m.sidebar_history_of({ what: name }),
        words: m.palette_words_history(),
        run: () => session.open({ noun: 'history', of: noun, id, name }),
      },
      {
        id: 'remove',
        section: 'here',
        icon: Trash2,
        label: m.sidebar_remove({ what: name }),
        words: m.palette_words_remove(),
        changes: true,
        run: (event) => void removeRecord(session, event, noun, { id, name }),
      },
    ];
  },
};
