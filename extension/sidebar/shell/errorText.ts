import { signal } from '@preact/signals';
import type { ErrorCode } from '../../../shared/kit/error.ts';

const sentences = signal<Record<ErrorCode, () => string> | null>(null);
const bring = async (): Promise<void> => {
  sentences.value = (await import('./errorSentences.ts')).errorSentences;
};
// A hundred sentences that a first view seldom needs: they come right after it, and what was drawn before is drawn again.
if (typeof requestAnimationFrame === 'function')
  requestAnimationFrame(() => setTimeout(() => bring().catch(reportError)));
else void bring();

/** What a refusal means and what to do next, in a sentence; empty for the moment until the sentences are there. */
export const errorText = (code: ErrorCode): string => sentences.value?.[code]() ?? '';
