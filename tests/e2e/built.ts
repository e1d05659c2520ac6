import type { TestProject } from 'vitest/node';
import { testBuilds } from '../../tools/testBuilds.ts';
import { fillSample } from './world/data.ts';
import type { Sample } from './world/sample.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The sample workspace, filled once; each world has a copy. */
    sample: Sample;
  }
}

/** Before the files of this room, which run several at a time: each would build, and put its folder where another's is. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await testBuilds();
  const { sample, remove } = await fillSample();
  project.provide('sample', sample);
  return remove;
}
