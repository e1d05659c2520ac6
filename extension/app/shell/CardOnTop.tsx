import { CardView } from '../../sidebar/shell/CardView.tsx';
import type { Card } from '../../sidebar/shell/session.ts';
import { PageKeys } from './PageKeys.tsx';

/** A card of the sidebar, or the keys of the pages instead of the sidebar's. */
export function CardOnTop({ card }: { card: Card }) {
  return card.noun === 'keys' ? <PageKeys /> : <CardView card={card} focusNote={() => undefined} />;
}
