import { testBuilds } from '../../tools/testBuilds.ts';

/** Before the files of this room, which run several at a time: each would build, and put its folder where another's is. */
export default async function setup(): Promise<void> {
  await testBuilds();
}
