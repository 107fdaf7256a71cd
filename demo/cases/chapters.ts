// The cases of the demo: first what lies on the desks of the personas, then day by day into the past.
import { dayOf } from '#kernel/calendar/time.ts';
import { apart } from '../chapters/apart.ts';
import type { Chapter } from '../chapters/tell.ts';
import { goTo, type Stage } from '../replay/stage.ts';
import { desks, layDesk } from './desk.ts';
import { plantDuties } from './duties.ts';
import { imagineDay } from './imagine.ts';
import type { Office } from './people.ts';
import { tellStory } from './stories.ts';
import { tellCase } from './tell.ts';

const daysOfCases = 360;
/** Inboxes show what came lately; who reads of last winter there? */
const daysHeard = 3;

/** Of the ids of notes that a chapter was told; never changed once they were given. */
const deskNumbers = 0x1000;
const dutiesNumber = 0x2000;

export const deskChapters: readonly Chapter[] = [
  ...desks.map(
    (desk, place): Chapter => ({
      key: `desk ${desk}`,
      number: deskNumbers + place,
      heard: ['notifications.'],
      tell: (stage, office) => layDesk(stage, office, desk),
    }),
  ),
  {
    key: 'duties',
    number: dutiesNumber,
    tell: (stage, office) => apart(stage, 'duties', () => plantDuties(stage, office)),
  },
];

export const caseDays: readonly Chapter[] = Array.from(
  { length: daysOfCases },
  (_, daysAgo): Chapter => ({
    key: String(daysAgo),
    number: daysAgo,
    ...(daysAgo < daysHeard ? { heard: ['notifications.'] } : {}),
    tell: (stage, office) => tellDay(stage, office, daysAgo),
  }),
);

async function tellDay(stage: Stage, office: Office, daysAgo: number): Promise<void> {
  goTo(stage, daysAgo, 12);
  for (const [place, imagined] of imagineDay(dayOf(stage.clock.now())).entries()) {
    await apart(stage, `${daysAgo}/${place} ${imagined.kind} ${imagined.fate}`, async () => {
      goTo(stage, daysAgo, 0, imagined.minute);
      await tellCase(stage, office, imagined);
    });
  }
  await apart(stage, `${daysAgo}/story`, () => tellStory(stage, office, daysAgo));
}
