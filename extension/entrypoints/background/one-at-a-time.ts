/** Does it soon: never twice at once, and once more after what is under way, however often it was asked meanwhile. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  async function run(): Promise<void> {
    running = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (cause) {
      reportError(cause);
    } finally {
      running = false;
    }
  }
  return () => {
    again = true;
    if (!running) void run();
  };
}
