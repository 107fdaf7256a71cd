// Closed lists of 志愿家庭; their Chinese names stand in words.ts.

/** A child is in the care of an adult member, who answers for it (domain.md section 4). */
export const memberParts = ['adult', 'child'] as const;
export type MemberPart = (typeof memberParts)[number];

export const familyStatuses = ['active', 'dissolved'] as const;
export type FamilyStatus = (typeof familyStatuses)[number];

export const limits = { membersMax: 12, adultsMax: 6, nicknameMax: 12, invitationDays: 7 } as const;
