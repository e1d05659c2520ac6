import * as m from '../../../shared/i18n/compiled/messages.js';
import { type Certainty, certaintyOf } from '../../../shared/identity/certainty.ts';

const words: Record<Certainty, () => string> = {
  sure: m.capture_sure,
  likely: m.capture_likely,
  unsure: m.capture_unsure,
};

/** How sure a seen value is, in a word. */
export const certaintyText = (confidence: number): string => words[certaintyOf(confidence)]();

/** The same as a number, for whoever wants to know. */
export const percentText = (confidence: number, locale: string): string =>
  m.capture_confidence({
    percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence),
  });
