import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';

/** What a refusal means and what to do next, in a sentence. A code without a sentence does not compile. */
const sentences: Partial<Record<ErrorCode, () => string>> = {};

export const errorText = (code: ErrorCode): string => sentences[code]?.() ?? m.sidebar_error({ code });
