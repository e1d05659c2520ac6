import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogTarget } from '../../messages/state.ts';
import { shortName } from '../person/shortName.ts';

/** "Log to Ada + 2, ACME renewal" */
export function targetText(target: LogTarget): string {
  const [first, ...others] = target.contacts;
  if (!first) return m.sidebar_log_email();
  const who = shortName(first.name) + (others.length > 0 ? ` + ${others.length}` : '');
  return target.deal ? m.sidebar_log_to_deal({ who, deal: target.deal.title }) : m.sidebar_log_to({ who });
}
