// Files in an S3-compatible store, path style (`<endpoint>/<bucket>/<key>`), as self-hosted stores expect it.
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { assertKey } from '#kernel/files/key.ts';
import type { FileStore } from '#kernel/files/store.ts';

export interface S3Settings {
  /** `https://files.example.cn`, without the bucket. */
  endpoint: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  /** Many self-hosted stores take any; `us-east-1` by default. */
  region?: string;
}

const TIMEOUT_MS = 30_000;
/** Beside the first; only after a failure of the store itself (5xx, 429), with growing pauses. */
const RETRIES = 3;

/** @throws Error when the store cannot be reached or answers other than it should; a missing key is null, not an error. */
export function s3Store(settings: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    service: 's3',
    region: settings.region ?? 'us-east-1',
    retries: RETRIES,
  });
  const base = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`;

  const call = async (
    method: string,
    key: string,
    taken: readonly number[],
    body?: Uint8Array,
    contentType?: string,
  ) => {
    assertKey(key);
    // Signing the digest of the content lets the store notice bytes that were changed on the way.
    const digest = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const answer = await client.fetch(`${base}/${key}`, {
      method,
      headers: { 'x-amz-content-sha256': digest, ...(contentType ? { 'content-type': contentType } : {}) },
      ...(body ? { body: new Uint8Array(body) } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!taken.includes(answer.status)) {
      await answer.body?.cancel();
      throw new Error(`file store answered ${answer.status} to ${method}`);
    }
    return answer;
  };

  return {
    async put(key, bytes, contentType) {
      const answer = await call('PUT', key, [200, 201, 204], bytes, contentType);
      await answer.body?.cancel();
    },
    async get(key) {
      const answer = await call('GET', key, [200, 404]);
      if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return null;
    },
    async remove(key) {
      const answer = await call('DELETE', key, [200, 204, 404]);
      await answer.body?.cancel();
    },
  };
}
