import { z } from 'zod';
import { id } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { home } from './records.ts';

export const readHome = endpoint({
  name: 'home.read',
  method: 'GET',
  path: '/api/home',
  summary: 'The viewer’s own community and door, and who is one call away.',
  access: 'signed_in',
  output: home,
});

export const chooseCommunity = endpoint({
  name: 'home.choose_community',
  method: 'POST',
  path: '/api/home/community',
  summary: 'Says which community one belongs to, where the register does not know it.',
  access: 'signed_in',
  body: z.object({ areaId: id }),
  output: home,
});
