import { signal } from '@preact/signals';
import type { Guard, GuardLevel } from './guard.ts';

const nothing = (): void => undefined;

/** For a page that stands in nobody's frame: a person's press is enough. One that is framed all the same changes nothing. */
export function ownGuard(): Guard {
  const level = signal<GuardLevel>('own');
  return {
    level,
    armed: signal(false),
    early: signal(null),
    frame: (framed) => {
      level.value = framed ? 'blind' : 'own';
    },
    allows: ({ isTrusted }) => isTrusted && level.value === 'own',
    // Nobody made that press.
    refuse: nothing,
    watch: () => nothing,
    doubt: nothing,
  };
}
