import { limits } from '../../shared/domain/limits.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { PullInput } from '../../shared/sync/delta.ts';
import type { PushInput } from '../../shared/sync/mutation.ts';

/** A pull in the words of the first release, whose server refuses a call with a word that it does not know. */
export const firstPull = ({ epoch, cursor, limit }: PullInput): PullInput => ({
  epoch,
  cursor,
  limit: Math.min(limit, limits.pull),
});
/** Such a server has no restore that makes another epoch, so that none has to be named. */
export const firstPush = ({ epoch: _, ...input }: PushInput): PushInput => input;

/** A call; where it is refused as not understood, once more in the first words. Browsers update before servers do. */
export async function understood<I, O>(
  call: (input: I) => Promise<O>,
  input: I,
  first: (input: I) => I,
): Promise<O> {
  try {
    return await call(input);
  } catch (cause) {
    if (!(cause instanceof CodedError) || cause.code !== 'input.invalid') throw cause;
    // A refusal that has another reason is given again.
    return call(first(input));
  }
}
