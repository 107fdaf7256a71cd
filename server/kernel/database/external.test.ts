import { expect, it } from 'vitest';
import { judgeServer, type ServerFacts } from './external.ts';

const sound: ServerFacts = {
  version: '15.13 (Debian 15.13-0+deb12u1)',
  major: 15,
  encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

it.each([
  [{ version: '14.18', major: 14 }, 'database.server_version', 'PostgreSQL 14.18; 15 to 18 can be used'],
  [{ version: '19beta1', major: 19 }, 'database.server_version', 'PostgreSQL 19beta1; 15 to 18 can be used'],
  [{ encoding: 'SQL_ASCII' }, 'database.server_encoding', 'encoded in SQL_ASCII; UTF8 is needed'],
])('refuses a server with %o', (facts, code, sentence) => {
  const judged = () => judgeServer({ ...sound, ...facts });
  expect(judged).toThrow(expect.objectContaining({ code, message: expect.stringContaining(sentence) }));
});

it.each(['fsync', 'full_page_writes', 'synchronous_commit'] as const)('warns of %s off', (name) => {
  const { warnings } = judgeServer({ ...sound, [name]: 'off' });
  expect(warnings).toEqual([expect.stringContaining(`${name} is off`)]);
});

it.each([15, 16, 17, 18])('takes a sound server of version %i without a word', (major) => {
  expect(judgeServer({ ...sound, major, version: `${major}.2` })).toEqual({
    version: `${major}.2`,
    warnings: [],
  });
});

it('takes no warning from a replica setting that still waits for the disk', () => {
  expect(judgeServer({ ...sound, synchronous_commit: 'remote_apply' }).warnings).toEqual([]);
  expect(judgeServer(sound).version).toBe('15.13');
});
