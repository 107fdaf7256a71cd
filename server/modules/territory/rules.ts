// Whether a place may be here, and what it is called in codes. Pure.
import { type AreaKind, kindsOfLevel, type Level, rankOf } from '#contract/territory/levels.ts';
import { codeRules, levelWords, type territoryProblems } from '#contract/territory/words.ts';

/** A rule's answer: nothing, or the code and details of the refusal. */
export interface Refused {
  refused: keyof typeof territoryProblems;
  details: Record<string, unknown>;
}

interface Place {
  level: Level;
  code: string;
  path: string;
  name: string;
  validTo: string | null;
}

/** May something of this level live directly below the parent? */
export function refuseParent(parent: Place, level: Level): Refused | null {
  if (parent.validTo !== null) return { refused: 'area.parent_retired', details: { name: parent.name } };
  if (rankOf(level) <= rankOf(parent.level)) {
    return {
      refused: 'area.level_not_below',
      details: { level: levelWords[level], parentLevel: levelWords[parent.level] },
    };
  }
  return null;
}

export function refuseKind(level: Level, kind: AreaKind | null): Refused | null {
  if (kind === null || kindsOfLevel[level]?.includes(kind)) return null;
  return { refused: 'area.kind_of_other_level', details: { level: levelWords[level] } };
}

export function refuseGridType(
  level: Level,
  gridType: string | null,
  known: readonly string[],
): Refused | null {
  if (gridType === null) return null;
  if (level !== 'grid' && level !== 'big_grid')
    return { refused: 'area.grid_type_not_here', details: { level: levelWords[level] } };
  return known.includes(gridType) ? null : { refused: 'area.grid_type_unknown', details: { gridType } };
}

/**
 * Communities carry 12 digits and unit grids 15 (community + sequence of three), as in the division code and
 * the Beijing unit grid standard; levels below and the local big grid use local codes.
 */
export function refuseCode(level: Level, code: string, parentPath: string): Refused | null {
  const invalid = (rule: string): Refused => ({ refused: 'area.code_invalid', details: { code, rule } });
  const above = codesOf(parentPath);
  if (level === 'community')
    return new RegExp(`^${above[0]}\\d{3}$`).test(code) ? null : invalid(codeRules.community);
  if (level === 'grid') {
    const community = communityOf(above) ?? `${above[0]}\\d{3}`;
    return new RegExp(`^${community}\\d{3}$`).test(code) ? null : invalid(codeRules.grid);
  }
  return /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/.test(code) ? null : invalid(codeRules.other);
}

const localLetters: Partial<Record<Level, string>> = {
  big_grid: 'B',
  estate: 'E',
  building: 'L',
  entrance: 'M',
};

/** The part before the sequence of a made code: `110112003009` + `007`, `110112003009007-E` + `02`. */
export function codePrefix(level: Level, parent: Pick<Place, 'path' | 'code'>): string {
  const above = codesOf(parent.path);
  if (level === 'community') return above[0] ?? '';
  if (level === 'grid') return communityOf(above) ?? `${above[0]}000`;
  return `${parent.code}-${localLetters[level] ?? 'A'}`;
}

/** The next free code of a level below a parent, given the codes that begin alike. */
export function nextCode(level: Level, prefix: string, taken: readonly string[]): string {
  const width = level === 'community' || level === 'grid' ? 3 : 2;
  const sequence = new RegExp(`^${escaped(prefix)}(\\d+)$`);
  const last = Math.max(0, ...taken.map((code) => Number(sequence.exec(code)?.[1] ?? 0)));
  return `${prefix}${String(last + 1).padStart(width, '0')}`;
}

export function refuseMove(area: Place, parent: Place): Refused | null {
  if (area.level === 'street') return { refused: 'area.is_street', details: {} };
  if (parent.path.startsWith(area.path)) return { refused: 'area.into_itself', details: {} };
  return refuseParent(parent, area.level);
}

export function refuseRetire(
  area: Place & { validFrom: string },
  validTo: string,
  livingChildren: number,
): Refused | null {
  if (area.level === 'street') return { refused: 'area.is_street', details: {} };
  if (livingChildren > 0) return { refused: 'area.has_children', details: { count: livingChildren } };
  if (validTo < area.validFrom)
    return { refused: 'area.day_before_start', details: { validFrom: area.validFrom } };
  return null;
}

/** A border begins today or earlier, and not before the one it replaces. */
export function refuseBoundaryDay(
  validFrom: string,
  today: string,
  presentValidFrom: string | null,
): Refused | null {
  if (validFrom > today) return { refused: 'boundary.in_future', details: { today } };
  if (presentValidFrom !== null && validFrom < presentValidFrom)
    return { refused: 'boundary.before_present', details: { validFrom: presentValidFrom } };
  return null;
}

export function refuseRetired(area: Place): Refused | null {
  return area.validTo === null ? null : { refused: 'area.retired', details: { validTo: area.validTo } };
}

export function codesOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

/** A street without communities numbers its grids itself. */
function communityOf(above: readonly string[]): string | undefined {
  return above.find((code) => /^\d{12}$/.test(code));
}

function escaped(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '\\$&');
}
