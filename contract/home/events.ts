import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';

export const communityChosen = event('home.community_chosen', z.object({ areaId: id }));
