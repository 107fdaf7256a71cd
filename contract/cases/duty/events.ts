import { z } from 'zod';
import { event } from '#contract/define.ts';

const fields = z.array(z.string()).describe('Names of the fields that changed');

export const dutyItemSaved = event('duty_item.saved', z.object({ code: z.string(), fields }));
export const dutyItemRetired = event(
  'duty_item.retired',
  z.object({ code: z.string(), retired: z.boolean() }),
);
export const directoryEntrySaved = event(
  'directory_entry.saved',
  z.object({ matterCode: z.string(), fields }),
);
