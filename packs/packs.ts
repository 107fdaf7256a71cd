import { beiyuan } from './beiyuan/pack.ts';
import { neutral } from './neutral/pack.ts';
import type { Pack } from './pack.ts';
import { wenjing } from './wenjing/pack.ts';

/** The packs that ship, by the name used in configuration. `neutral` is for tests. */
export const packs = { beiyuan, wenjing, neutral } as const satisfies Record<string, Pack>;

export type PackName = keyof typeof packs;

/** The pack of a street, by its division code; undefined for a street that brings its own data. */
export function findPack(streetCode: number): Pack | undefined {
  return Object.values(packs).find((pack) => pack.street.code === streetCode);
}
