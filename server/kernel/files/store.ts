/** Where bytes live: a folder or an S3-compatible store. Keys are content digests, so a second put is harmless. */
export interface FileStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Bytes, or null when there is no such key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
}
