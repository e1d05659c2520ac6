import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inRoot } from '../../tools/paths.ts';

/** One promise and what was measured of it, beside what the same machine does at best in the same run. */
export type Figure = {
  name: string;
  ours: number;
  floor: number;
  /** ours / floor, in whichever direction the promise is worded. */
  ratio: number;
  unit: string;
};

export const figure = (name: string, ours: number, floor: number, unit: string): Figure => ({
  name,
  ours: round(ours),
  floor: round(floor),
  ratio: round(ours / floor),
  unit,
});

const round = (value: number) => Number(value.toPrecision(4));

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export function show({ name, ours, floor, ratio, unit }: Figure): void {
  console.log(
    `  ${name.padEnd(62)} ${String(ours).padStart(8)} beside ${String(floor).padStart(8)} ${unit.padEnd(10)} ratio ${ratio}`,
  );
}

/** Figures measured now take the place of older ones of the same name; the others stay. */
export async function keep(figures: Figure[], file = inRoot('.output/bench.json')): Promise<void> {
  const names = new Set(figures.map(({ name }) => name));
  const older = (await readFigures(file)).filter(({ name }) => !names.has(name));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify([...older, ...figures], null, 2)}\n`);
}

async function readFigures(file: string): Promise<Figure[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Figure[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
