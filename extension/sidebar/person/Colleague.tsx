import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { Address } from '../../ui/Address.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Text } from '../../ui/Text.tsx';
import { LogBar } from '../log/LogBar.tsx';
import header from './Header.module.css';

/** Somebody of our own side: nobody to keep, but the mail they are on can be logged. */
export function Colleague({ person, thread }: { person: PersonOnScreen; thread: ThreadOnScreen }) {
  return (
    <article aria-label={person.name}>
      <header class={header.header}>
        <Avatar name={person.name} />
        <div class={header.lines}>
          <h1 class={header.name}>
            <Text cut>{person.name}</Text>
          </h1>
          <p class={header.role}>
            <Address>{person.email ?? ''}</Address>
          </p>
        </div>
        <div class={header.facts}>
          <Chip>{m.sidebar_colleague()}</Chip>
        </div>
      </header>
      <LogBar thread={thread} />
    </article>
  );
}
