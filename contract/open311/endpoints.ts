// Keys of programs that hand in reports. The interface itself follows a foreign standard and lies at /open311/v2.
import { z } from 'zod';
import { id, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { open311Key } from './records.ts';

export const listKeys = endpoint({
  name: 'open311.list_keys',
  method: 'GET',
  path: '/api/open311/keys',
  summary:
    'Keys of programs that hand in reports, the newest first, with what they are told about this street.',
  access: 'open311.manage',
  query: z.object(paging),
  output: page(open311Key).extend({
    jurisdictionId: z.string().describe('What the program sends as `jurisdiction_id`'),
    address: z.string().describe('Where the interface lies on this server, `/open311/v2`'),
  }),
});

export const makeKey = endpoint({
  name: 'open311.make_key',
  method: 'POST',
  path: '/api/open311/keys',
  summary: 'Makes a key; this answer is the only place where it stands in the clear.',
  access: 'open311.manage',
  // A remembered answer would keep the clear key in the table of keys.
  idempotent: false,
  body: z.object({ name: line(60) }),
  output: z.object({ key: open311Key, secret: z.string() }),
});

export const revokeKey = endpoint({
  name: 'open311.revoke_key',
  method: 'POST',
  path: '/api/open311/keys/:keyId/revoke',
  summary: 'The key opens nothing from now on; what came with it stays.',
  access: 'open311.manage',
  params: z.object({ keyId: id }),
  output: open311Key,
});
