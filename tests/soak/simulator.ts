import { workUntil } from '../scenarios/simulator/crew.ts';

const stepsOfRun = 4_000;

/** Seeds that no other soak has had, on every core. `done` counts scheduler events. */
export async function soakSimulator(until: number): Promise<{ done: number; violations: string[] }> {
  const first = 1_000_000 + Math.floor(Date.now() / 1_000) * 1_000;
  const { steps, bad } = await workUntil({ until, steps: stepsOfRun, first });
  const violations = bad.map(
    ({ seed, violations: [text = ''] }) =>
      `node tests/scenarios/simulator/main.ts --seed ${seed} --steps ${stepsOfRun} --log: ${text}`,
  );
  return { done: steps, violations };
}
