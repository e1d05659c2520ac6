import { useRef } from 'preact/hooks';
import type { Stage } from '../../../../shared/domain/rows.ts';
import { isSeen, seenColour, stageColours } from '../../../../shared/domain/stage/colour.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../../sidebar/shell/session.ts';
import { Menu } from '../../../ui/Menu.tsx';
import css from './Arrange.module.css';

const names: Record<(typeof stageColours)[number], () => string> = {
  '#3e63dd': m.board_colour_indigo,
  '#6e56cf': m.board_colour_violet,
  '#ab4aba': m.board_colour_plum,
  '#e54d2e': m.board_colour_tomato,
  '#ad7f58': m.board_colour_brown,
  '#29a383': m.board_colour_jade,
  '#80838d': m.board_colour_grey,
};

const Swatch = ({ colour }: { colour: string | null }) => (
  <span class={css.swatch} style={colour ? { background: colour } : undefined} aria-hidden="true" />
);

/** A colour that is seen on the light and the dark page; any other one is brought to the nearest that is. */
export function ColourChoice({
  stage,
  may,
  onPick,
}: {
  stage: Stage;
  may: boolean;
  onPick: (event: Event, colour: string | null) => void;
}) {
  const { toasts } = useSession();
  const input = useRef<HTMLInputElement>(null);
  if (!may) return <Swatch colour={stage.colour} />;
  const pick = (event: Event, colour: string) => {
    if (!isSeen(colour)) toasts.show({ tone: 'plain', text: m.board_colour_changed() });
    onPick(event, seenColour(colour));
  };
  return (
    <>
      <Menu
        label={m.board_colour_of({ stage: stage.name })}
        title={m.board_colour()}
        class={css.colour}
        trigger={<Swatch colour={stage.colour} />}
        items={[
          ...stageColours.map((colour) => ({
            id: colour,
            icon: <Swatch colour={colour} />,
            label: names[colour](),
            checked: stage.colour === colour,
            onPick: (event: Event) => onPick(event, colour),
          })),
          {
            id: 'none',
            label: m.board_colour_none(),
            checked: stage.colour === null,
            onPick: (event: Event) => onPick(event, null),
          },
          { id: 'other', label: m.board_colour_other(), onPick: () => input.current?.click() },
        ]}
      />
      <input
        ref={input}
        type="color"
        class={css.picker}
        tabIndex={-1}
        aria-label={m.board_colour_other()}
        value={stage.colour ?? stageColours[0]}
        onChange={(event) => pick(event, event.currentTarget.value)}
      />
    </>
  );
}
