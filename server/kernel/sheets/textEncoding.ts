import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * The encoding of a text file, by its mark or by reading it through: the whole file decides, since a
 * GB18030 file may begin with pages of plain figures. Null when it is not text.
 */
export async function textEncodingOf(path: string): Promise<TextEncoding | null> {
  const marked = await markedEncoding(path);
  if (marked) return marked;
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodes(path, encoding)) return encoding;
  return null;
}

async function markedEncoding(path: string): Promise<TextEncoding | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
    return unmarkedUtf16(head);
  } finally {
    await file.close();
  }
}

/** A comma or a line end is one byte and a zero in UTF-16; the zeros stand at odd places in little endian. */
function unmarkedUtf16(head: Buffer): TextEncoding | null {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 20 && even === 0) return 'utf-16le';
  return even > head.length / 20 && odd === 0 ? 'utf-16be' : null;
}

async function decodes(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what gives a binary away
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
