// Photos as a phone sends them, for tests.
import sharp from 'sharp';
import { multipart } from '../code/send.ts';
import type { Caller } from './street.ts';

/** A small grey picture; another shade is another file. */
export const greyPhoto = async (shade = 128): Promise<Buffer> =>
  await sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: shade, g: shade, b: shade } },
  })
    .png()
    .toBuffer();

/** Sends one photo up and answers its id. */
export async function sendPhoto(caller: Caller, phase?: 'before' | 'after'): Promise<string> {
  const file = { name: 'spot.png', content: await greyPhoto() };
  const { headers, payload } = multipart(file, phase ? { phase } : {});
  const answer = await caller.send({
    method: 'POST',
    url: '/api/files',
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    payload,
  });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return answer.json().fileId;
}
