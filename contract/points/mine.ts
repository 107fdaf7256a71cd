// What residents do with their own points.
import { z } from 'zod';
import { id, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { myPoints, statementLine } from './records.ts';

const amount = z.coerce.number().int().min(1).max(100_000_000);

export const readMyPoints = endpoint({
  name: 'points.read_mine',
  method: 'GET',
  path: '/api/points/mine',
  summary: 'My family’s pool or my own account, what runs out, what is under notice.',
  access: 'signed_in',
  output: myPoints,
});

export const listMyStatement = endpoint({
  name: 'points.list_mine',
  method: 'GET',
  path: '/api/points/mine/statement',
  summary: 'Movements of the account I pay from, with reasons and running balance.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(statementLine),
});

const after = z.object({ transferId: id });

export const splitPoints = endpoint({
  name: 'points.split',
  method: 'POST',
  path: '/api/points/mine/split',
  summary: 'An adult gives points of the pool to a member of the family; they keep their expiry.',
  access: 'signed_in',
  body: z.object({ personId: id, amount }),
  output: after,
});

export const poolPoints = endpoint({
  name: 'points.pool',
  method: 'POST',
  path: '/api/points/mine/pool',
  summary: 'Puts my own points into the family’s pool; they keep their expiry.',
  access: 'signed_in',
  body: z.object({ amount }),
  output: after,
});

export const donatePoints = endpoint({
  name: 'points.donate',
  method: 'POST',
  path: '/api/points/mine/donate',
  summary: 'Gives points away for neighbours.',
  access: 'signed_in',
  body: z.object({ amount }),
  output: after,
});
