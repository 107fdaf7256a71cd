import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { roles } from './roles.ts';

export const codeRequested = event('identity.code_requested', z.object({ phoneIndex: z.string() }));
export const postAssigned = event(
  'post.assigned',
  z.object({ accountId: id, role: z.enum(roles), areaId: id }),
);
export const postEnded = event('post.ended', z.object({ accountId: id, role: z.enum(roles), areaId: id }));
