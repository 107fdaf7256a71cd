// What came with an order, kept whole: sealed into one text, opened for who may read the case.
import { createHash } from 'node:crypto';
import type { Origin } from '#contract/cases/codes.ts';
import type { Context } from '#kernel/context.ts';
import type { Change, Version } from '../../orders/changes.ts';
import { type SourceRow, saveSource } from '../../store/sources.ts';

export interface KeptSource {
  /** Cells of the last version, under the key of their column or their own header. */
  cells: Record<string, string>;
  versions: Version[];
  changes: { at: string; change: Change }[];
}

export const digestOf = (cells: Readonly<Record<string, string>>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex');

export async function keepSource(
  context: Context,
  caseId: string,
  origin: Origin,
  source: KeptSource,
): Promise<void> {
  await saveSource(context, caseId, sealed(context, origin, source));
}

/** As it is kept. */
export const sealed = <From extends Origin>(context: Context, origin: From, source: KeptSource) => ({
  origin,
  digest: source.versions.at(-1)?.digest ?? '',
  source_cipher: context.services.crypto.encrypt(JSON.stringify(source)),
});

export const openSource = (
  context: Context,
  row: Pick<NonNullable<SourceRow>, 'source_cipher'>,
): KeptSource => JSON.parse(context.services.crypto.decrypt(row.source_cipher)) as KeptSource;
