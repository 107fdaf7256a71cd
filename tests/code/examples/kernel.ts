import sharp from 'sharp';
import { multipart } from '../send.ts';
import { type Example, record, self } from './example.ts';

async function photo() {
  const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888888' } })
    .png()
    .toBuffer();
  return { name: 'door.png', content };
}

export const kernelExamples: Record<string, Example> = {
  // A stream that never ends; what it may carry is tested beside it, here the stranger only.
  'kernel.live': self(),
  'kernel.upload_file': self(async () => ({ file: await photo() })),
  'kernel.read_file': record(async (world) => {
    const { headers, payload } = multipart(await photo(), {});
    const answer = await (await world.as('李书记')).send({
      method: 'POST',
      url: '/api/files',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      payload,
    });
    return { params: { fileId: answer.json().fileId } };
  }),
};
