/** As much of `browser.storage` as settings need. Values come back as unknown: a profile can be edited by hand. */
export type StorageArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};
