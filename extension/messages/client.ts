import type { CallName, Calls, FromBackground } from './calls.ts';
import type { SidebarState } from './state.ts';

/** What the Preact application is given; over a port in the product, from fixtures in the gallery. */
export type Client = {
  call<N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']>;
  /** Calls back on every pushed state, until the returned function is called. */
  onState(listener: (state: SidebarState) => void): () => void;
  /** Calls back while the page does something to the frame that the frame cannot see. */
  onDoubt(listener: () => void): () => void;
  onFocus(listener: (what: Extract<FromBackground, { focus: unknown }>['focus']) => void): () => void;
};
