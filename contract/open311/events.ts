import { z } from 'zod';
import { event } from '#contract/define.ts';

export const keyMade = event('program_key.made', z.object({}));
export const keyRevoked = event('program_key.revoked', z.object({}));
