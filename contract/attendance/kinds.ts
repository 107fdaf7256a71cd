// Closed lists of check-in and hours; their Chinese names are in words.ts.

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** How presence was shown: by the venue's code, by the member's code, by name and digits to staff, by two people later. */
export const ways = ['venue_code', 'member_code', 'name', 'backfill'] as const;
export type Way = (typeof ways)[number];

/** `late`: came after the fact but holds. `review`: a person looks before it counts. */
export const marks = ['ok', 'late', 'review'] as const;
export type Mark = (typeof marks)[number];

/** What an hour stands on, from the strongest to the weakest. */
export const hourSources = ['mutual', 'self', 'staff', 'backfill'] as const;
export type HourSource = (typeof hourSources)[number];

/** Registered-volunteer hours, or hours of a participant of a family (below 14, and who came to take part). */
export const credits = ['volunteer', 'participant'] as const;
export type Credit = (typeof credits)[number];

export const requestKinds = ['backfill', 'correction'] as const;
export type RequestKind = (typeof requestKinds)[number];
/** `asked`: by the person concerned; `waiting`: staff have put their name to it, a second person signs. */
export const requestStates = ['asked', 'waiting', 'confirmed', 'declined'] as const;
export type RequestState = (typeof requestStates)[number];
