import { expect, test } from 'vitest';
import { plausibleName } from './sight.ts';

test.each([
  'Ada Byron',
  'Acme Tools Ltd',
  '3M',
  'Studio 54',
  '青河科技有限公司',
  'Fondue for Fun and Fantasy',
  'Route 66 Motel',
])('%s can be a name', (name) => expect(plausibleName(` ${name}\n`)).toBe(name));

test.each([
  'Acme Headquarters - 12 Main Street, Springfield 67735',
  'Bright Smile 85 Long Road Suite 505 Beverly Hills 90211',
  'Acme Tools Phone (866) 741-8323',
  'We have been making engines that compute for more than one hundred and fifty years',
  '',
])('%j is a block that was marked as one', (text) => expect(plausibleName(text)).toBeUndefined());
