// All that the demo tells of its year, in the order in which visitors would miss it.
import type { Kernel } from '#kernel/kernel.ts';
import { caseDays, deskChapters } from './cases/chapters.ts';
import { type Chapter, type TellOptions, tellChapters } from './chapters/tell.ts';
import { momentChapter, practiceChapters, weekChapters, weekToCome } from './mobilise/activities.ts';
import { familyChapters } from './mobilise/families.ts';
import { merchantChapters } from './mobilise/merchants.ts';

/** Told before the rest of the year. */
const daysFirst = 10;

export const caseChapters = [...deskChapters, ...caseDays] as const;
export const chapters = [
  ...deskChapters,
  ...merchantChapters,
  ...familyChapters.slice(0, 1),
  ...practiceChapters,
  weekToCome,
  ...caseDays.slice(0, daysFirst),
  ...familyChapters.slice(1),
  ...besides(weekChapters, caseDays.slice(daysFirst)),
  momentChapter,
] as const;

/** So many days beside each week that both end together. */
function besides(weeks: readonly Chapter[], days: readonly Chapter[]): Chapter[] {
  const before = (index: number) => Math.round((index * days.length) / weeks.length);
  return weeks.flatMap((week, index) => [week, ...days.slice(before(index), before(index + 1))]);
}

export const tellTheYear = async (kernel: Kernel, options: TellOptions = {}): Promise<number> =>
  await tellChapters(kernel, chapters, options);
