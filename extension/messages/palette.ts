import type { Id } from '../../shared/kit/id.ts';
import type { Found } from './state.ts';

/** A record that a query finds, with how much it was used here lately. */
export type PaletteRow = Found & { used: number };
export type PaletteTemplate = { id: Id; name: string; subject: string | null; used: number };

export type PaletteView = {
  /** Best first; for an empty query what was used last. */
  rows: PaletteRow[];
  templates: PaletteTemplate[];
  /** By the id of a command, how much it was used here lately. */
  commands: Record<string, number>;
};

export type PaletteCalls = {
  palette: { in: { text: string }; out: PaletteView };
  /** Something was chosen: a record or template (`contact <id>`), or a command (`command <id>`). */
  paletteUsed: { in: { what: string }; out: null };
};
