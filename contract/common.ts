// Shapes that every module's records share.
import { z } from 'zod';

export const id = z.uuid();
export const instant = z.iso.datetime();
export const day = z.iso.date();

/** A short line a person typed: trimmed, never empty. */
export const line = (max: number) => z.string().trim().min(1).max(max);

/** A longer text a person typed; may be empty. */
export const text = (max: number) => z.string().trim().max(max);

/** Mainland mobile or landline number, digits only; Chinese numbering plan. */
export const phone = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|1\d{4})$/);

export const mobile = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/);

/** Every record that people edit carries its version; a write names the version it was made on. */
export const version = z.coerce.number().int().min(1);

/** Query part of every list. `limit` rows, from the row after `cursor`. */
export const paging = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** Answer of every list. `total` is exact up to 10,000, then null: nobody reads further. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().nullable(),
  });

/**
 * What the viewer may do with a record: true, or the code of the reason why not.
 * The web phrases the code and never re-derives a right.
 */
export const can = <Verb extends string>(...verbs: Verb[]) =>
  z.record(z.enum(verbs), z.union([z.literal(true), z.string()]));
export type Can<Verb extends string> = Record<Verb, true | string>;

/** What a rule of the street says beside its figures. A version is never rewritten: a change adds one. */
export const datedFields = {
  version,
  fromOn: day.nullable().describe('Null for what the platform begins with'),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: instant.nullable(),
  isInForce: z.boolean(),
};

export const datedChange = {
  fromOn: day,
  reason: line(200),
  version: version.describe('The newest version it was made on'),
};

export const done = z.object({ done: z.literal(true) });
