// Closed lists of activities; their Chinese names are in words.ts.

/** The eight kinds of activity a street offers its children and families. */
export const categories = [
  'civility',
  'environment',
  'science',
  'health',
  'culture',
  'sport',
  'labour',
  'care',
] as const;
export type Category = (typeof categories)[number];

/** What an activity is: open to sign up, a call to action, or a roster of duty. */
export const activityKinds = ['activity', 'call', 'duty'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStates = ['draft', 'published', 'cancelled', 'ended'] as const;
export type ActivityState = (typeof activityStates)[number];

export const sessionStates = ['planned', 'cancelled', 'ended'] as const;
export type SessionState = (typeof sessionStates)[number];

export const riskLevels = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const allotments = ['first_come', 'lottery'] as const;
export type Allotment = (typeof allotments)[number];

/** Who is drawn first: nobody, who never had a place in the programme, who had none in 90 days. */
export const priorities = ['none', 'never', 'days_90'] as const;
export type Priority = (typeof priorities)[number];

export const audiences = ['volunteers', 'participants'] as const;
export type Audience = (typeof audiences)[number];

export const photoPolicies = ['none', 'ask'] as const;
export const photoChoices = ['hidden', 'open'] as const;
export type PhotoChoice = (typeof photoChoices)[number];

/** Languages spoken at an activity, ISO 639-1; Chinese is always meant. */
export const languages = ['zh', 'en', 'sign'] as const;

export const signUpStates = [
  'waiting',
  'drawn_pending',
  'offered',
  'confirmed',
  'cancelled',
  'declined',
  'lapsed',
  'missed',
] as const;
export type SignUpState = (typeof signUpStates)[number];

/** States in which a sign-up still means something for the session. */
export const liveStates: readonly SignUpState[] = ['waiting', 'drawn_pending', 'offered', 'confirmed'];

export const groupKinds = ['family', 'school', 'children', 'residents'] as const;
export type GroupKind = (typeof groupKinds)[number];
