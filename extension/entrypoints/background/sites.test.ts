import { expect, test } from 'vitest';
import { isUntouched, untouchedPatterns } from '../../recognisers/silence.ts';
import { registeredScripts } from './sites.ts';

/** Whether a match pattern takes in a host, by the rule of the browsers. */
const takes = (pattern: string, host: string): boolean => {
  const name = /^\*:\/\/\*\.([^/]+)\/\*$/.exec(pattern)?.[1];
  return name !== undefined && (host === name || host.endsWith(`.${name}`));
};

test.each([
  [['https://*/*', 'http://*/*']],
  [['https://www.linkedin.com/*']],
  [['*://*.linkedin.com/*', 'https://acme.example/*']],
])('whatever is granted (%s), no script is registered for LinkedIn', (origins) => {
  for (const { excludeMatches } of registeredScripts(origins))
    expect(excludeMatches).toEqual(expect.arrayContaining(untouchedPatterns));
});

test.each([
  'www.linkedin.com',
  'linkedin.com',
  'de.linkedin.com',
  'lnkd.in',
  'www.linkedin.cn',
])('%s is left out by its name and by its pattern', (host) => {
  expect(isUntouched(host)).toBe(true);
  expect(untouchedPatterns.some((pattern) => takes(pattern, host))).toBe(true);
});

test('a host that only sounds like it is not', () => {
  expect(isUntouched('notlinkedin.com')).toBe(false);
  expect(untouchedPatterns.some((pattern) => takes(pattern, 'notlinkedin.com'))).toBe(false);
});
