import { compileMessages } from '../messages.ts';

/** Before any test: what is generated from sources, so that a single `vitest run path` works on a fresh clone. */
export default async function setup(): Promise<void> {
  await compileMessages();
}
