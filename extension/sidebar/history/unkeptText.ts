import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { errorText } from '../shell/errorText.ts';

const unreached: ReadonlySet<string> = new Set(['server.unreachable', 'server.not_sidebook', 'server.busy']);

/** Why a history is not shown: the server alone keeps it. */
export const unkeptText = (code: ErrorCode): string =>
  unreached.has(code) ? m.sidebar_history_offline() : errorText(code);
