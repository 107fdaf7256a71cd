// Every event of the platform as a sentence: each module words its own, here they are joined.

import { activitiesEvents } from '#contract/activities/words.ts';
import { attendanceEvents } from '#contract/attendance/words.ts';
import { auditEvents } from '#contract/audit/words.ts';
import { callEvents } from '#contract/calls/words.ts';
import { dutyEvents } from '#contract/cases/duty/words.ts';
import { orderEvents } from '#contract/cases/orders/words.ts';
import { casesEvents } from '#contract/cases/words.ts';
import { exportsEvents } from '#contract/exports/words.ts';
import { familiesEvents } from '#contract/families/words.ts';
import { filesEvents } from '#contract/files/words.ts';
import { homeEvents } from '#contract/home/words.ts';
import { identityEvents } from '#contract/identity/words.ts';
import { importsEvents } from '#contract/imports/words.ts';
import { helpEvents } from '#contract/mutualhelp/words.ts';
import { notificationsEvents } from '#contract/notifications/words.ts';
import { open311Events } from '#contract/open311/words.ts';
import { organisationsEvents } from '#contract/organisations/words.ts';
import { peopleEvents } from '#contract/people/words.ts';
import { pointsEvents } from '#contract/points/words.ts';
import { redemptionEvents } from '#contract/redemption/words.ts';
import { systemEvents } from '#contract/system/words.ts';
import { territoryEvents } from '#contract/territory/words.ts';

export const eventSentences: Readonly<Record<string, string>> = {
  ...territoryEvents,
  ...peopleEvents,
  ...open311Events,
  ...organisationsEvents,
  ...familiesEvents,
  ...identityEvents,
  ...casesEvents,
  ...orderEvents,
  ...dutyEvents,
  ...attendanceEvents,
  ...importsEvents,
  ...exportsEvents,
  ...filesEvents,
  ...activitiesEvents,
  ...homeEvents,
  ...pointsEvents,
  ...redemptionEvents,
  ...notificationsEvents,
  ...helpEvents,
  ...callEvents,
  ...auditEvents,
  ...systemEvents,
};

/** `登记了居民`, or the code of an event that an older version has written. */
export const eventSentence = (name: string): string => eventSentences[name] ?? name;

/**
 * Events by which personal data was looked at, taken out or erased: the personal-information access log
 * (PIPL 51, 54; domain.md 5.1).
 */
export const personalDataEvents = [
  'person.revealed',
  'person.erased',
  'person.copy_taken',
  'people.purged',
  'minor_access.requested',
  'minor_access.approved',
  'minor_access.declined',
  'organisation.contact_revealed',
  'case.requester_revealed',
  'export.made',
  'export.decided',
  'export.downloaded',
] as const;
