import type { Delta, PullInput } from '../../shared/sync/delta.ts';
import type { PushAnswer, PushInput } from '../../shared/sync/mutation.ts';
import type { Paired } from './answers.ts';

/** The server as sync sees it; each call rejects with a CodedError. */
export type Remote = {
  push(input: PushInput): Promise<PushAnswer>;
  pull(input: PullInput): Promise<Delta>;
};
/** Turns a one-time code into this browser's place in a workspace. */
export type Claim = (origin: string, code: string, deviceName: string) => Promise<Paired>;
