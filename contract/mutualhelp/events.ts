import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import * as codes from './codes.ts';

const nothing = z.object({});

export const helpAsked = event(
  'help.asked',
  z.object({
    kind: z.enum(codes.helpKinds),
    safeguards: z.array(z.enum(codes.safeguards)),
    company: z.enum(codes.companies),
  }),
);
export const helpPledged = event('help.pledged', z.object({ pledgeId: id }));
export const helpWithdrawn = event('help.withdrawn', z.object({ pledgeId: id, wasAgreed: z.boolean() }));
export const helpAgreed = event(
  'help.agreed',
  z.object({ pledgeId: id, helperId: id, complete: z.boolean() }),
);
export const helpContactShown = event('help.contact_shown', nothing);
/** One for each helper who came: the evidence for the street's own thanks. `helperId` is a person. */
export const helpGiven = event(
  'help.given',
  z.object({ askId: id, helperId: id, kind: z.enum(codes.helpKinds) }),
);
export const helpMissed = event('help.missed', z.object({ pledgeId: id }));
/** `helperIds` are persons who had been agreed on and need not come. */
export const helpCancelled = event('help.cancelled', z.object({ helperIds: z.array(id) }));
export const helpLapsed = event('help.lapsed', z.object({ helperIds: z.array(id) }));
export const helpReported = event('help.reported', z.object({ reason: z.enum(codes.reportReasons) }));
export const helpHidden = event('help.hidden', z.object({ helperIds: z.array(id) }));
export const helpReportsClosed = event('help.reports_closed', z.object({ count: z.number().int() }));
export const helpOffered = event(
  'help.offered',
  z.object({ kinds: z.array(z.enum(codes.helpKinds)), paused: z.boolean() }),
);
export const helpAgreementSigned = event('help.agreement_signed', z.object({ edition: z.string() }));

// Volunteer teams and the board of needs

const member = z.object({ personId: id });
export const teamFounded = event('help_team.founded', member.extend({ areaPath: z.string() }));
export const teamJoined = event('help_team.joined', member);
export const teamLeft = event('help_team.left', member);
export const teamClosed = event('help_team.closed', nothing);
export const mentorInvited = event('help_team.mentor_invited', z.object({ personId: id }));
export const mentorAnswered = event('help_team.mentor_answered', z.object({ agrees: z.boolean() }));
export const needPosted = event('help_need.posted', nothing);
export const needClaimed = event('help_need.claimed', z.object({ teamId: id }));
export const needGivenBack = event('help_need.given_back', z.object({ teamId: id }));
export const needFinished = event('help_need.finished', z.object({ teamId: id }));
export const needWithdrawn = event('help_need.withdrawn', nothing);
