// Who may call whom. Pure.

/** A home of the register: its entrance, and whether there is a household file behind that door. */
export interface KnownHome {
  areaPath: string;
  hasHousehold: boolean;
}

/** Wardens are there for the households behind their own door, be it an entrance or a whole building. */
export function mayCallWarden(home: KnownHome, wardenAreaPath: string): boolean {
  return home.hasHousehold && home.areaPath.startsWith(wardenAreaPath);
}

/** Who is in the register is where the register says. */
export function mayChooseCommunity(home: KnownHome | null): true | 'home.known' {
  return home === null ? true : 'home.known';
}
