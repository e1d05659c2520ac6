type Close = () => Promise<void>;

/** Runs a program that lives until Ctrl-C; then closes what it opened, the last first. A failure to start is one sentence. */
export async function untilStopped(start: (onStop: (close: Close) => void) => Promise<void>): Promise<void> {
  const closes: Close[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    let end = code;
    for (const close of closes.reverse())
      await close().catch((error: unknown) => {
        end = 1;
        console.error(sentenceOf(error));
      });
    process.exit(end);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      console.log('\nStopping ...');
      void stop(0);
    });
  try {
    await start((close) => closes.push(close));
  } catch (error) {
    if (stopping) return;
    console.error(sentenceOf(error));
    await stop(1);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
