import { expect, test } from 'vitest';
import { isInternal, ownSide } from './internal.ts';

const domainOf = (email: string) => {
  const domain = email.split('@')[1] ?? '';
  return domain === 'gmail.com' ? null : domain;
};
const side = ownSide(['mia@ours.com', 'nora@gmail.com'], domainOf);

test.each([
  ['mia@ours.com', true],
  ['new@ours.com', true],
  ['nora@gmail.com', true],
  ['stranger@gmail.com', false],
  ['ada@acme.com', false],
])('%s is of our side: %s', (email, ours) => {
  expect(isInternal(side, email, domainOf(email))).toBe(ours);
});
