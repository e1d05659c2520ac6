import type { Delta, PullInput } from '../../shared/sync/delta.ts';
import type { PushAnswer, PushInput } from '../../shared/sync/mutation.ts';
import type { LiveOn } from './live.ts';

/** The server as sync sees it; each call rejects with a CodedError. */
export type Remote = {
  push(input: PushInput): Promise<PushAnswer>;
  pull(input: PullInput): Promise<Delta>;
  /** Asks for the next token. [K1] */
  rotate(): Promise<{ token: string }>;
  /** The smallest thing that needs a token. */
  touch(): Promise<void>;
  /** Opens a stream of news; resolves when it is open, with what closes it. [L1] */
  live(on: LiveOn): Promise<() => void>;
};
