/** What one round of load is made of. */
export type Job = {
  /** Origin of the server. */
  url: string;
  /** Asked in turn. */
  paths: string[];
  headers: [name: string, value: string][];
  connections: number;
  warmMs: number;
  runMs: number;
  /**
   * POST this, else GET. In it `__client__` is an id of the connection, `__number__` counts its requests from 1
   * and `__before__` from 0, `__id__` is new in every request.
   */
  body?: string;
  /** Every answer must hold this text. */
  expect?: string;
};

/** What came of it; times in milliseconds. */
export type Load = {
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
  firstFailure: string | null;
};
