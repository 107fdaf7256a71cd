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
export const sendPhoto = async (caller: Caller, phase?: 'before' | 'after'): Promise<string> =>
  await sendFile(caller, { name: 'spot.png', content: await greyPhoto() }, phase);

/** A tenth of a second of silence, as a recorder writes it. */
export const sendVoice = async (caller: Caller): Promise<string> =>
  await sendFile(caller, { name: 'voice-1s', content: silence() });

function silence(): Buffer {
  const samples = 800;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples * 2, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(8000, 24);
  wave.writeUInt32LE(16_000, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples * 2, 40);
  return wave;
}

let phones = 0;

/** Each from a phone of its own: what one may send in a minute is shown elsewhere. */
async function sendFile(
  caller: Caller,
  file: { name: string; content: Buffer },
  phase?: 'before' | 'after',
): Promise<string> {
  const { headers, payload } = multipart(file, phase ? { phase } : {});
  const answer = await caller.send({
    method: 'POST',
    url: '/api/files',
    remoteAddress: `10.0.${(phones >> 8) & 255}.${phones++ & 255}`,
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    payload,
  });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return answer.json().fileId;
}
