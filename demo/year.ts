// All that the demo tells of its year, in the order in which visitors would miss it.
import type { Kernel } from '#kernel/kernel.ts';
import { caseDays, deskChapters } from './cases/chapters.ts';
import { type TellOptions, tellChapters } from './chapters/tell.ts';
import { activityChapters, practiceChapters } from './mobilise/activities.ts';
import { familyChapters } from './mobilise/families.ts';
import { merchantChapters } from './mobilise/merchants.ts';

export const caseChapters = [...deskChapters, ...caseDays] as const;
export const chapters = [
  ...deskChapters,
  ...merchantChapters,
  ...familyChapters,
  ...practiceChapters,
  ...activityChapters,
  ...caseDays,
] as const;

export const tellTheYear = async (kernel: Kernel, options: TellOptions = {}): Promise<number> =>
  await tellChapters(kernel, chapters, options);
