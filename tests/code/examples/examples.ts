import { activityExamples } from './activities.ts';
import { attendanceExamples } from './attendance.ts';
import { callExamples } from './calls.ts';
import { caseExamples } from './cases.ts';
import { dutyExamples } from './duty.ts';
import type { Example } from './example.ts';
import { familyExamples } from './families.ts';
import { fieldExamples } from './field.ts';
import { homeExamples } from './home.ts';
import { identityExamples } from './identity.ts';
import { jointExamples } from './joint.ts';
import { kernelExamples } from './kernel.ts';
import { helpExamples } from './mutualhelp.ts';
import { notificationExamples } from './notifications.ts';
import { open311Examples } from './open311.ts';
import { orderExamples } from './orders.ts';
import { organisationExamples } from './organisations.ts';
import { peopleExamples } from './people.ts';
import { pointsExamples } from './points.ts';
import { publishExamples } from './publish.ts';
import { redemptionExamples } from './redemption.ts';
import { replyExamples } from './replyHelp.ts';
import { residentExamples } from './resident.ts';
import { reviewExamples } from './review.ts';
import { sheetExamples } from './sheets.ts';
import { suggestExamples } from './suggest.ts';
import { systemExamples } from './system.ts';
import { territoryExamples } from './territory.ts';

/** One example for every endpoint that is not open to anybody. */
export const examples: Record<string, Example> = {
  ...kernelExamples,
  ...territoryExamples,
  ...peopleExamples,
  ...organisationExamples,
  ...familyExamples,
  ...identityExamples,
  ...sheetExamples,
  ...systemExamples,
  ...homeExamples,
  ...caseExamples,
  ...jointExamples,
  ...reviewExamples,
  ...fieldExamples,
  ...dutyExamples,
  ...open311Examples,
  ...orderExamples,
  ...pointsExamples,
  ...publishExamples,
  ...replyExamples,
  ...activityExamples,
  ...attendanceExamples,
  ...residentExamples,
  ...suggestExamples,
  ...notificationExamples,
  ...helpExamples,
  ...callExamples,
  ...redemptionExamples,
};
