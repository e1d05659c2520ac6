import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import { readLifeCycle, readRole } from '../values/words.ts';
import type { Look } from './looks.ts';
import type { ColumnGuess, Confidence } from './mapping.ts';
import type { Target } from './target.ts';

/** Whether the cells can be what the header says; some words are used for two things, and the cells tell which. */
export function fitting(
  target: Target,
  look: Look,
  cells: () => string[],
): { target: Target; fits: boolean } {
  if (look === 'empty') return { target, fits: true };
  const mostAre = (test: (cell: string) => boolean) => {
    const all = cells();
    return all.filter(test).length >= all.length * 0.5;
  };
  switch (target) {
    case 'contact.email':
      return { target, fits: look === 'email' };
    case 'contact.lifeCycle':
      return mostAre((cell) => readLifeCycle(cell) !== null)
        ? { target, fits: true }
        : { target: 'ignore', fits: false };
    case 'contact.role':
    case 'company.role':
      if (mostAre((cell) => readRole(cell) !== null)) return { target, fits: true };
      // "Role" of people in a spreadsheet is what they do.
      return {
        target: target === 'contact.role' && look !== 'choice' ? 'contact.title' : 'ignore',
        fits: false,
      };
    case 'company.website':
    case 'contact.url':
      return { target, fits: look === 'url' || look === 'domain' };
    case 'contact.phone':
    case 'company.phone':
      return { target, fits: look === 'phone' || look === 'number' || look === 'text' || look === 'choice' };
    case 'deal.expectedClose':
    case 'deal.closedAt':
    case 'interaction.date':
      return { target, fits: look === 'date' || look === 'number' };
    case 'deal.amount':
      return { target, fits: look === 'number' || look === 'money' };
    case 'company.name':
    case 'contact.name':
      return { target, fits: look === 'text' || look === 'choice' || look === 'domain' || look === 'email' };
    default:
      return { target, fits: true };
  }
}

/** What a column is by its cells alone. */
export function byValues(look: Look, noun: ImportNoun): ColumnGuess {
  const guess = (target: Target, confidence: Confidence): ColumnGuess => ({
    target,
    confidence,
    basis: 'values',
  });
  if (look === 'email') return guess('contact.email', 'likely');
  if (look === 'phone') return guess(noun === 'company' ? 'company.phone' : 'contact.phone', 'likely');
  if (look === 'url')
    return guess(
      noun === 'interaction' ? 'interaction.link' : noun === 'contact' ? 'contact.url' : 'company.website',
      'unsure',
    );
  if (look === 'domain') return guess('company.domain', 'unsure');
  if (look === 'money' && noun === 'deal') return guess('deal.amount', 'unsure');
  if (look === 'date' && noun === 'interaction') return guess('interaction.date', 'unsure');
  return { target: 'ignore', confidence: 'unsure', basis: 'none' };
}
