import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogTarget } from '../../messages/state.ts';
import { shortName } from '../person/shortName.ts';

/** A piece of the label: a name, that may be cut where there is no room, or words that stay. */
export type TargetPart = { text: string; is: 'words' | 'person' | 'deal' };

/** Characters for private use, which no name has: where each name stands is the language's choice. */
const person = '\ue000';
const deal = '\ue001';

/** "Log to Ada + 2, ACME renewal", in pieces. */
export function targetParts(target: LogTarget): TargetPart[] {
  const [first, ...others] = target.contacts;
  if (!first) return [{ text: m.sidebar_log_email(), is: 'words' }];
  const who = person + (others.length > 0 ? ` + ${others.length}` : '');
  const sentence = target.deal ? m.sidebar_log_to_deal({ who, deal }) : m.sidebar_log_to({ who });
  return sentence
    .split(/([\ue000\ue001])/)
    .filter(Boolean)
    .map((piece) =>
      piece === person
        ? { text: shortName(first.name), is: 'person' }
        : piece === deal
          ? { text: target.deal?.title ?? '', is: 'deal' }
          : { text: piece, is: 'words' },
    );
}

export const targetText = (target: LogTarget): string =>
  targetParts(target)
    .map(({ text }) => text)
    .join('');
