/** Clock and chance as sync knows them, so that a simulator can own both. */
export type Time = {
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Runs once after a while; answers what takes it back. */
  after(ms: number, run: () => void): () => void;
};
