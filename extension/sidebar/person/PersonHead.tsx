import type { ComponentChildren } from 'preact';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Address } from '../../ui/Address.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { late } from '../../ui/late.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './Header.module.css';

const Doubt = late(() => import('./Doubt.tsx').then((part) => part.Doubt));

/** Somebody of whom no more is known than the screen says: name, address, and what they are to us. */
export function PersonHead({ person, children }: { person: PersonOnScreen; children: ComponentChildren }) {
  return (
    <header class={css.header}>
      <Avatar name={person.name} />
      <div class={css.lines}>
        <h1 class={css.name}>
          <Text cut>{person.name}</Text>
        </h1>
        <p class={css.role}>
          <Address>{person.email ?? ''}</Address>
        </p>
      </div>
      <div class={css.facts}>
        {person.sighting.doubt && <Doubt doubt={person.sighting.doubt} />}
        {children}
      </div>
    </header>
  );
}
