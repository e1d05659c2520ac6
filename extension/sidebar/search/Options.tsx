import { Ban, Briefcase, Building2, UserRound } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Found } from '../../messages/state.ts';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Options.module.css';

export type Option = { id: string; icon: ComponentChildren; title: string; detail?: string | null };

const icons = { contact: UserRound, company: Building2, deal: Briefcase } as const;

/** Whoever is blocked is marked before they are chosen. */
export const optionOf = ({ noun, id, title, detail, blocked }: Found): Option => {
  const Icon = blocked ? Ban : icons[noun];
  return {
    id: `${noun} ${id}`,
    icon: <Icon size={14} aria-hidden="true" />,
    title,
    detail: blocked ? [m.record_role_blocked(), detail].filter(Boolean).join(' · ') : detail,
  };
};

/** The list below a search field; the field keeps the focus and has the keys, as in any combobox. */
export function Options({
  id,
  label,
  options,
  at,
  hidden,
  class: more,
  onAt,
  onPick,
}: {
  id: string;
  label: string;
  options: Option[];
  at: number;
  hidden: boolean;
  class?: string | undefined;
  onAt: (index: number) => void;
  onPick: (index: number, event: MouseEvent) => void;
}) {
  return (
    <div role="listbox" id={id} aria-label={label} class={classes(css.list, more)} hidden={hidden}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          class={classes(css.row, index === at && css.chosen)}
          // Leaving the field would close what is being clicked.
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onPick(index, event)}
          onPointerMove={() => index !== at && onAt(index)}
        >
          {option.icon}
          <span class={css.words}>
            <Text cut>{option.title}</Text>
            {option.detail && (
              <Text cut class={css.detail}>
                {option.detail}
              </Text>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
