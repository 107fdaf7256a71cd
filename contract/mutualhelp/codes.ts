// Closed lists of mutual help between neighbours; their Chinese names are in words.ts.

export const helpKinds = [
  'medicine',
  'clinic',
  'shopping',
  'carry',
  'fetch_child',
  'repair',
  'company',
  'borrow',
  'teach',
  'phone',
] as const;
export type HelpKind = (typeof helpKinds)[number];

/** For whom help is asked: an old person or a child of the household may be meant. */
export const beneficiaries = ['self', 'elder', 'child', 'other'] as const;
export type Beneficiary = (typeof beneficiaries)[number];

/** What makes an ask delicate; `safety.ts` says what follows from each. */
export const safeguards = ['elder', 'child', 'indoors', 'night'] as const;
export type Safeguard = (typeof safeguards)[number];

/** How somebody is not left alone with a stranger. */
export const companies = ['one', 'two_helpers', 'community_told'] as const;
export type Company = (typeof companies)[number];

/** How near a neighbour lives, by the place in the register: never nearer than the building. */
export const nearnesses = ['building', 'estate', 'community'] as const;
export type Nearness = (typeof nearnesses)[number];

export const askStatuses = ['open', 'matched', 'done', 'cancelled', 'lapsed', 'hidden'] as const;
export type AskStatus = (typeof askStatuses)[number];

/** `passed`: the asker found others. `missed`: agreed, and did not come. */
export const pledgeStates = ['offered', 'agreed', 'withdrawn', 'passed', 'thanked', 'missed'] as const;
export type PledgeState = (typeof pledgeStates)[number];

export const offerTimes = ['weekday_day', 'weekday_evening', 'weekend_day', 'weekend_evening'] as const;
export type OfferTime = (typeof offerTimes)[number];

export const reportReasons = ['money', 'rude', 'danger', 'false', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export const needStatuses = ['open', 'claimed', 'done', 'withdrawn'] as const;
export type NeedStatus = (typeof needStatuses)[number];

export const teamStatuses = ['active', 'closed'] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** 以老带新: an experienced member invites, the newcomer agrees. */
export const mentorStates = ['invited', 'agreed'] as const;
export type MentorState = (typeof mentorStates)[number];

/** Text of the agreement that helpers of delicate asks sign; a changed text is signed anew. */
export const agreementEdition = '2026-11';

export const limits = {
  pointsMax: 20,
  openAsksMax: 3,
  /** An ask is for the coming fortnight, and for half a day at most. */
  aheadDaysMax: 14,
  hoursMax: 12,
  /** After its end the asker has this long to say thanks; then points go back. */
  thanksDays: 3,
  elderAge: 70,
  adultAge: 18,
} as const;
