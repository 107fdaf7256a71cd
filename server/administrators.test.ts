import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../tests/kit/emptyDatabase.ts';
import { readAdministrators } from './administrators.ts';
import { setUp } from './setup.ts';

const three = '钟立群:13900000001,柳安然:13900000002,甘守信:13900000003';

describe('the administrators of JIA_ADMINS', () => {
  it.each([
    ['are missing', undefined, 'needs its first three administrators'],
    ['are two', '钟立群:13900000001,柳安然:13900000002', 'names 2'],
    ['are four', `${three},常守正:13900000004`, 'names 4'],
    ['share a phone', '钟立群:13900000001,柳安然:13900000001,甘守信:13900000003', 'three different people'],
    [
      'have a landline',
      '钟立群:01012345678,柳安然:13900000002,甘守信:13900000003',
      'not a name and a mobile',
    ],
    ['have no name', ':13900000001,柳安然:13900000002,甘守信:13900000003', 'not a name and a mobile'],
  ])('refuses when they %s', (_, text, sentence) => {
    expect(() => readAdministrators(text)).toThrow(sentence);
  });

  it('reads three people, with Chinese punctuation too', () => {
    expect(readAdministrators(three.replaceAll(':', '：').replaceAll(',', '，'))).toEqual([
      { name: '钟立群', phone: '13900000001' },
      { name: '柳安然', phone: '13900000002' },
      { name: '甘守信', phone: '13900000003' },
    ]);
  });
});

describe('a real street', () => {
  it('is not set up without administrators, and nothing is left behind', async () => {
    const { kernel } = await emptyDatabase({ JIA_DEMO: 'off', JIA_PACK: 'neutral' });
    await expect(setUp(kernel, () => {})).rejects.toThrow('JIA_ADMINS');
    expect(await kernel.db.selectFrom('streets').selectAll().execute()).toEqual([]);
  });

  it('begins with three people who must change the password they were shown once', async () => {
    const database = await emptyDatabase({ JIA_DEMO: 'off', JIA_PACK: 'neutral', JIA_ADMINS: three });
    const lines: string[] = [];
    expect(await setUp(database.kernel, (line) => lines.push(line))).toBe(false);

    const shown = lines.flatMap((line) => /^ {2}(\w+) +(1\d{10}) {2}(\S+)$/.exec(line)?.slice(1) ?? []);
    expect(shown.filter((_, index) => index % 3 === 0)).toEqual([
      'system_admin',
      'security_admin',
      'audit_admin',
    ]);
    const app = await database.serve();
    const [, phone, password] = shown;
    const sign = (secret: string | undefined) =>
      app.inject({
        method: 'POST',
        url: '/api/identity/session/password',
        headers: { 'x-jia-client': 'test' },
        payload: { phone, password: secret },
      });
    expect((await sign('not-this-one-9A')).statusCode).toBe(401);
    const answer = await sign(password);
    expect(answer.json()).toMatchObject({ name: '钟立群', mustChangePassword: true });
    expect(answer.json().permissions).toEqual([]);

    const again: string[] = [];
    expect(await setUp(database.kernel, (line) => again.push(line))).toBe(false);
    expect(again).toEqual([]);
  });
});
