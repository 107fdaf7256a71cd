import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let worker: Caller;

beforeAll(async () => {
  street = await testStreet();
  worker = await street.as('周网格');
});

/** A photo as a phone writes it: turned, with the place it was taken. */
function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 32, channels: 3, background: '#888888' } })
    .withExif({
      IFD0: { Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 54/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '116/1 39/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

function upload(caller: Caller, bytes: Buffer, fileName: string) {
  const boundary = 'jia-test-boundary';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return caller.send({
    method: 'POST',
    url: '/api/files',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': randomUUID(),
    },
    payload,
  });
}

describe('a photo', () => {
  it('is refused from a stranger', async () => {
    expect((await upload(street.stranger, await phonePhoto(), 'a.jpg')).statusCode).toBe(401);
  });

  it('says once where it was taken and is kept without it', async () => {
    const answer = await upload(worker, await phonePhoto(), '楼道灯.jpg');
    expect(answer.statusCode).toBe(200);
    const file = answer.json();
    expect(file.place.latitude).toBeCloseTo(39.9, 4);
    expect(file.place.longitude).toBeCloseTo(116.65, 4);

    const kept = await worker.send({ method: 'GET', url: `/api/files/${file.fileId}` });
    const metadata = await sharp(kept.rawPayload).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(decodeURIComponent(String(kept.headers['content-disposition']))).toContain('楼道灯.jpg');
    expect(kept.headers['x-content-type-options']).toBe('nosniff');
    expect(kept.headers['content-security-policy']).toContain('sandbox');
    const small = await worker.send({ method: 'GET', url: `/api/files/${file.fileId}?size=thumbnail` });
    expect(small.headers['content-type']).toBe('image/webp');
  });

  it('that is a script is refused whatever it is called', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const answer = await upload(worker, script, 'lamp.jpg');
    expect(answer.statusCode).toBe(415);
    expect(answer.json().detail).toContain('照片');
  });

  it('of another person or another street does not exist for others', async () => {
    const { fileId } = (await upload(worker, await phonePhoto(), 'a.jpg')).json();
    for (const name of ['吴网格', '文科长']) {
      const other = await street.as(name);
      expect((await other.send({ method: 'GET', url: `/api/files/${fileId}` })).statusCode).toBe(404);
    }
  });
});
