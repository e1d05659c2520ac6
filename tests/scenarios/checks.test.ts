import { expect, test } from 'vitest';
import { checks } from '../../tools/checks.ts';

test.each(checks)('$name', async ({ run, onFailure }) => {
  const { code, output } = await run();
  expect(code, `${output}\n${onFailure}`).toBe(0);
});
