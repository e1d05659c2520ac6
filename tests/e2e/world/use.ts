import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { inRoot } from '../../../tools/paths.ts';
import { openWorld, type World } from '../world.ts';

/** One world for all tests of a file; screens of a failed test are kept in `.output/e2e/`. */
export function useWorld(): World {
  let world: World | null = null;
  const opened = (): World => {
    if (!world) throw new Error('the world is open only while tests run');
    return world;
  };
  beforeAll(async () => {
    world = await openWorld(inject('sample'));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || !world) return;
    const folder = inRoot('.output/e2e');
    await mkdir(folder, { recursive: true });
    await world.screens(
      (who, index) => `${folder}/${task.name.replace(/\W+/g, '-').slice(0, 70)}-${who}-${index}.png`,
    );
  });
  afterAll(async () => {
    await world?.close();
  });
  return {
    get server() {
      return opened().server;
    },
    get filled() {
      return opened().filled;
    },
    get standIn() {
      return opened().standIn;
    },
    get site() {
      return opened().site;
    },
    open: (...args) => opened().open(...args),
    restart: (desk) => opened().restart(desk),
    screens: (nameOf) => opened().screens(nameOf),
    close: () => opened().close(),
  };
}
