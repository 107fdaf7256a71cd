import { limits, type MemberPart } from '#contract/families/codes.ts';

/** A name for the public: no phone, no door, nothing that finds somebody. */
export const isFitNickname = (nickname: string): boolean =>
  nickname.length >= 2 && nickname.length <= limits.nicknameMax && !/[0-9０-９]{4,}/.test(nickname);

/** Is there room for one more? True, or the code of the reason why not. */
export function roomFor(part: MemberPart, members: readonly { part: MemberPart }[]): true | string {
  if (members.length >= limits.membersMax) return 'family.full';
  const adults = members.filter((one) => one.part === 'adult').length;
  return part === 'adult' && adults >= limits.adultsMax ? 'family.adults_full' : true;
}

/** Who goes when somebody leaves: the last adult takes the children along. */
export function leaving<M extends { id: string; part: MemberPart }>(
  members: readonly M[],
  who: M,
): { gone: readonly M[]; ends: boolean } {
  const stay = members.filter((one) => one.id !== who.id);
  const ends = !stay.some((one) => one.part === 'adult');
  return { gone: ends ? members : [who], ends };
}

/** Letters and figures that are not mistaken for each other when read aloud. */
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const invitationCodeLength = 8;
export const writtenCode = (bytes: Uint8Array): string =>
  [...bytes.slice(0, invitationCodeLength)].map((byte) => codeLetters[byte % codeLetters.length]).join('');

/** As people type it: small letters, blanks and dashes do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
