import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { s3Store } from '#kernel/files/s3.ts';

// A small store of its own that checks the signature the way the protocol describes it.
const stored = new Map<string, { bytes: Buffer; contentType: string }>();
let failures = 0;
let server: Server;
let endpoint = '';

const keys = { accessKey: 'AKIDEXAMPLE', secretKey: 'the secret of the bucket' };
const digest = createHash('sha256').update('photo').digest('hex');
const key = `110112003/${digest}.jpg`;
const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (secret: string | Buffer, data: string) => createHmac('sha256', secret).update(data).digest();

function signatureIsRight(request: IncomingMessage, body: Buffer): boolean {
  const [, date = '', region = '', signed = '', signature = ''] =
    /Credential=AKIDEXAMPLE\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const contentDigest = String(request.headers['x-amz-content-sha256']);
  const headers = signed
    .split(';')
    .map((name) => `${name}:${request.headers[name]}\n`)
    .join('');
  const canonical = [request.method, request.url, '', headers, signed, contentDigest].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha(canonical)].join('\n');
  const secret = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${keys.secretKey}`);

  return (
    contentDigest === sha(body) &&
    signed.includes('host') &&
    hmac(secret as Buffer, toSign).toString('hex') === signature
  );
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const found = stored.get(request.url ?? '');
    if (failures-- > 0) return response.writeHead(503).end();
    if (!signatureIsRight(request, body)) return response.writeHead(403).end('SignatureDoesNotMatch');
    if (request.method === 'PUT') {
      stored.set(request.url ?? '', { bytes: body, contentType: request.headers['content-type'] ?? '' });
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      stored.delete(request.url ?? '');
      return response.writeHead(204).end();
    }
    return found ? response.writeHead(200).end(found.bytes) : response.writeHead(404).end('NoSuchKey');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  stored.clear();
  failures = 0;
});

const store = (secretKey = keys.secretKey) =>
  s3Store({ ...keys, secretKey, endpoint, bucket: 'street-files' });

test('a file is kept, read and removed', async () => {
  const bytes = new Uint8Array(100_000).map((_, index) => index % 251);

  expect(await store().get(key)).toBeNull();
  await store().put(key, bytes, 'image/jpeg');
  expect([...stored.keys()]).toEqual([`/street-files/${key}`]);
  expect(stored.get(`/street-files/${key}`)?.contentType).toBe('image/jpeg');
  expect(await store().get(key)).toEqual(bytes);

  await store().remove(key);
  expect(await store().get(key)).toBeNull();
});

test('a wrong secret is an error, never a missing file', async () => {
  await expect(store('another secret').get(key)).rejects.toThrow('403');
  await expect(store('another secret').put(key, new Uint8Array([1]), 'image/jpeg')).rejects.toThrow('403');
});

test('a store that is busy for a moment is asked again', async () => {
  await store().put(key, new Uint8Array([1, 2, 3]), 'image/jpeg');
  failures = 2;
  expect(await store().get(key)).toEqual(new Uint8Array([1, 2, 3]));
});

test('a store that stays broken is an error', async () => {
  failures = 100;
  await expect(store().get(key)).rejects.toThrow('503');
});

test('a key that is not a digest reaches no address', async () => {
  await expect(store().get('../other-bucket/x')).rejects.toThrow('not the key');
});
