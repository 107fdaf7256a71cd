import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { fileProblems } from '#contract/files/words.ts';
import { FILE_SIZE_MAX, inspectUpload } from '#kernel/files/inspect.ts';
import { Problem } from '#kernel/problem.ts';
import { fill } from '#kernel/words.ts';

const place = {
  IFD0: { Make: 'PhoneMaker', Artist: 'Zhou Min' },
  IFD2: { DateTimeOriginal: '2026:11:20 08:30:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '39/1 54/1 36/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '116/1 39/1 0/1',
  },
};
const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const secrets = /PhoneMaker|Zhou Min|Exif|GPS|xmpmeta|tEXt|eXIf|Comment/;
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const box = (brand: string, handler: string) =>
  bytes(
    [0, 0, 0, 0x18],
    `ftyp${brand}`,
    Array(12).fill(0),
    [0, 0, 0, 0x20],
    'hdlr',
    Array(8).fill(0),
    handler,
    Array(12).fill(0),
  );

let photo: Buffer;
beforeAll(async () => {
  photo = await red(600, 400).jpeg().withExif(place).toBuffer();
});

async function problemOf(act: Promise<unknown>): Promise<Problem> {
  const error = await act.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw error;
}

test('a photo gives its place and time once, and keeps neither', async () => {
  expect(text(photo)).toMatch(secrets);
  const file = await inspectUpload(photo, 'IMG_0001.JPG');

  expect(file).toMatchObject({
    kind: 'image',
    contentType: 'image/jpeg',
    extension: 'jpg',
    name: 'IMG_0001.jpg',
  });
  expect(file.photo).toMatchObject({
    width: 600,
    height: 400,
    place: { lon: 116.65, lat: 39.91, datum: 'WGS-84' },
  });
  expect(file.photo?.takenAt).toEqual(new Date('2026-11-20T08:30:00+08:00'));
  for (const made of [file.bytes, file.photo?.thumbnail ?? photo]) {
    expect(text(made)).not.toMatch(secrets);
    expect((await sharp(made).metadata()).exif).toBeUndefined();
  }
});

test.each(['png', 'webp'] as const)('a %s is made anew too', async (format) => {
  const drawn = await red(600, 400)
    [format]()
    .withExif(place)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .toBuffer();
  const file = await inspectUpload(drawn, `x.${format}`);

  expect(text(drawn)).toMatch(secrets);
  expect(text(file.bytes)).not.toMatch(secrets);
  expect(file.contentType).toBe(`image/${format}`);
  expect(file.photo?.place).toMatchObject({ lon: 116.65, lat: 39.91 });
});

test('what was hidden behind a photo is gone', async () => {
  const file = await inspectUpload(Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]), 'a.jpg');
  expect(text(file.bytes)).not.toContain('<script>');
});

test('a photo taken on its side is turned upright, and a large one made smaller', async () => {
  const file = await inspectUpload(
    await red(3000, 2000).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    'a.jpg',
  );
  const thumbnail = await sharp(file.photo?.thumbnail).metadata();

  expect(file.photo).toMatchObject({ width: 1707, height: 2560 });
  expect(thumbnail).toMatchObject({ format: 'webp', width: 320, height: 480 });
});

test.each<[string, Record<string, Record<string, string>>, object]>([
  ['no data', {}, { place: null, takenAt: null }],
  [
    'the southern and western half',
    { IFD3: { ...place.IFD3, GPSLatitudeRef: 'S', GPSLongitudeRef: 'W' } },
    { place: { lon: -116.65, lat: -39.91 } },
  ],
  [
    'a place not found yet',
    { IFD3: { ...place.IFD3, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' } },
    { place: null },
  ],
  ['half a place', { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 36/1' } }, { place: null }],
  ['an impossible place', { IFD3: { ...place.IFD3, GPSLatitude: '399/1 0/1 0/1' } }, { place: null }],
  ['an empty battery', { IFD2: { DateTimeOriginal: '1980:01:01 00:00:00' } }, { takenAt: null }],
  ['no time at all', { IFD2: { DateTimeOriginal: '    :  :     :  :  ' } }, { takenAt: null }],
  [
    'another zone',
    { IFD2: { DateTimeOriginal: '2026:11:20 08:30:00', OffsetTimeOriginal: '-05:30' } },
    { takenAt: new Date('2026-11-20T14:00:00Z') },
  ],
])('a camera with %s', async (_, exif, facts) => {
  const file = await inspectUpload(await red(60, 40).jpeg().withExif(exif).toBuffer(), 'a.jpg');
  expect(file.photo).toMatchObject(facts);
});

/** A PNG that says it is this large and has next to nothing in it. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 1, 0])),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...parts]);
}

const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test.each<[string, () => Uint8Array, string, number, string]>([
  ['nothing', () => new Uint8Array(), 'a.jpg', 422, 'file.empty'],
  [
    'a script that calls itself a photo',
    () => bytes('<script>alert(1)</script>'),
    'a.jpg',
    415,
    'file.type_unknown',
  ],
  ['a page', () => bytes('<!doctype html><html></html>'), 'a.png', 415, 'file.type_unknown'],
  ['a drawing with a script', () => bytes(svg), 'a.svg', 415, 'file.type_refused'],
  ['a drawing without its first line', () => bytes(svg.slice(21)), 'a.svg', 415, 'file.type_unknown'],
  ['a shell script', () => bytes('#!/bin/sh\nrm -rf /'), 'a.pdf', 415, 'file.type_unknown'],
  ['a program', () => bytes('MZ', Array(200).fill(0)), 'a.jpg', 415, 'file.type_refused'],
  ['an archive', () => bytes('PK\x03\x04', Array(200).fill(0)), 'a.pdf', 415, 'file.type_refused'],
  ['a moving picture', () => bytes('GIF89a', Array(50).fill(0)), 'a.gif', 415, 'file.type_refused'],
  ['a film', () => box('mp42', 'vide'), 'a.m4a', 415, 'file.type_refused'],
  ['a HEIC photo', () => bytes([0, 0, 0, 0x18], 'ftypheic', Array(40).fill(0)), 'a.heic', 415, 'file.heic'],
  ['half a photo', () => photo.subarray(0, photo.length / 2), 'a.jpg', 422, 'file.unreadable'],
  ['half a PDF', () => bytes('%PDF-1.7\n1 0 obj'), 'a.pdf', 422, 'file.unreadable'],
  ['too many pixels', () => bomb(60_000, 60_000), 'a.png', 413, 'file.too_many_pixels'],
  [
    'a large photo',
    () => Buffer.concat([photo, Buffer.alloc(FILE_SIZE_MAX.image)]),
    'a.jpg',
    413,
    'file.too_large',
  ],
  [
    'a large PDF',
    () => bytes('%PDF-1.7\n', Array(FILE_SIZE_MAX.pdf).fill(32)),
    'a.pdf',
    413,
    'file.too_large',
  ],
  [
    'a large recording',
    () => bytes('#!AMR\n', Array(FILE_SIZE_MAX.audio).fill(60)),
    'a.amr',
    413,
    'file.too_large',
  ],
])('%s is refused', async (_, make, name, status, code) => {
  const problem = await problemOf(inspectUpload(make(), name));

  expect(problem).toMatchObject({ code, status });
  expect(fill(fileProblems[code as keyof typeof fileProblems], problem.details)).not.toMatch(
    /undefined|[{}]|是，|有 /,
  );
});

test('a kind that is not wanted here is refused with the kinds that are', async () => {
  const problem = await problemOf(inspectUpload(bytes('%PDF-1.7\n%%EOF'), 'a.pdf', ['image', 'audio']));
  expect(fill(fileProblems['file.kind_not_taken'], problem.details)).toBe('这里不收PDF文件，请换成照片/录音');
});

test.each([
  ['a PDF', bytes('%PDF-1.7\n%%EOF\n'), 'pdf', 'application/pdf', 'pdf'],
  ['an MP3', bytes([0xff, 0xfb, 0x90, 0x64], Array(600).fill(0)), 'audio', 'audio/mpeg', 'mp3'],
  ['an M4A', bytes([0, 0, 0, 0x18], 'ftypM4A ', Array(40).fill(0)), 'audio', 'audio/mp4', 'm4a'],
  ['a recording of an Android phone', box('mp42', 'soun'), 'audio', 'audio/mp4', 'm4a'],
  ['an old recording', box('3gp4', 'soun'), 'audio', 'audio/mp4', 'm4a'],
  ['an AMR', bytes('#!AMR\n<'), 'audio', 'audio/amr', 'amr'],
  ['a WAV', bytes('RIFF', Array(4).fill(0), 'WAVEfmt ', Array(40).fill(0)), 'audio', 'audio/wav', 'wav'],
  ['an Opus', bytes('OggS', Array(24).fill(0), 'OpusHead', Array(40).fill(0)), 'audio', 'audio/ogg', 'ogg'],
])('%s is taken as it is, whatever its name says', async (_, content, kind, contentType, extension) => {
  const file = await inspectUpload(content, 'minutes.exe');

  expect(file).toMatchObject({ kind, contentType, extension, name: `minutes.${extension}`, photo: null });
  expect(Buffer.from(file.bytes).equals(content)).toBe(true);
});

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\照片\\楼道灯.PDF', '楼道灯.pdf'],
  ['a\u202Efdp.exe', 'afdp.pdf'],
  ['..', 'file.pdf'],
  ['', 'file.pdf'],
  ['<b>"x"|y?*\u0000.pdf', 'bxy.pdf'],
  ['会议纪要'.repeat(100), `${'会议纪要'.repeat(20)}.pdf`],
])('the name %j is shown as %j', async (declared, name) => {
  expect((await inspectUpload(bytes('%PDF-1.7\n%%EOF'), declared)).name).toBe(name);
});
