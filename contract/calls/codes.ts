// Closed lists of calls to action; their Chinese names are in words.ts.

export const callTemplates = ['snow', 'flood', 'missing_person', 'big_event'] as const;
export type CallTemplate = (typeof callTemplates)[number];

export const callStatuses = ['open', 'stood_down', 'ended'] as const;
export type CallStatus = (typeof callStatuses)[number];

/** Whom a call goes to inside its areas: everybody grown up, or some of them; teams wherever in their community. */
export const callGroups = ['everyone', 'families', 'wardens', 'skilled', 'teams'] as const;
export type CallGroup = (typeof callGroups)[number];

export const callSkills = [
  'first_aid',
  'strong_hands',
  'driver',
  'water_rescue',
  'search',
  'languages',
  'electric',
  'comfort',
] as const;
export type CallSkill = (typeof callSkills)[number];

export const callAnswers = ['coming', 'not_coming'] as const;
export type CallAnswer = (typeof callAnswers)[number];

/** What a template brings: hours it runs at most, how many are usual, and what its text must be agreed by. */
export const templateFacts: Record<
  CallTemplate,
  { hoursMax: number; peopleWanted: number; familyAgrees: boolean }
> = {
  snow: { hoursMax: 12, peopleWanted: 20, familyAgrees: false },
  flood: { hoursMax: 24, peopleWanted: 30, familyAgrees: false },
  // Names only what the family lets be told, and is gone when the hours are over.
  missing_person: { hoursMax: 24, peopleWanted: 40, familyAgrees: true },
  big_event: { hoursMax: 12, peopleWanted: 40, familyAgrees: false },
};
