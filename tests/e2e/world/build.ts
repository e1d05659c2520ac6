import { testBuilds } from '../../../tools/testBuilds.ts';

let building: ReturnType<typeof testBuilds> | null = null;

/** The build in which loopback sites are granted; made anew only when the sources changed. */
export async function granted(): Promise<string> {
  building ??= testBuilds();
  return (await building).granted;
}

/** The build that is shipped. */
export async function shipped(): Promise<string> {
  building ??= testBuilds();
  return (await building).chrome;
}
