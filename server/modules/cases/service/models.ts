// The classifier of a street: read when first needed, kept in memory, read again when a newer one was trained.
import type { Context } from '#kernel/context.ts';
import type { Services } from '#kernel/services.ts';
import type { Classifier } from '../classify/classifier.ts';
import { restore } from '../classify/saved.ts';
import { findModel, readModelBytes } from '../store/models.ts';

export interface Model {
  version: number;
  classifier: Classifier;
}

interface Kept {
  model: Model | null;
  askedAt: number;
}

const kept = new WeakMap<Services, Map<number, Kept>>();
/** Another process may have trained: its model is used a minute later. */
const askAgainMs = 60_000;
/** About 10 MB each. */
const streetsMax = 20;

/** Null while the street has no classifier yet. */
export async function modelOf(context: Context): Promise<Model | null> {
  const byStreet = keptOf(context);
  const known = byStreet.get(context.streetId);
  const now = context.now.getTime();
  if (known && Math.abs(now - known.askedAt) < askAgainMs) return known.model;
  const newest = await findModel(context);
  const model =
    newest?.version === known?.model?.version ? (known?.model ?? null) : await read(context, newest?.version);
  if (byStreet.size >= streetsMax) byStreet.clear();
  byStreet.set(context.streetId, { model, askedAt: now });
  return model;
}

/** After training: the next question reads the new one. */
export function forgetModel(context: Context): void {
  keptOf(context).delete(context.streetId);
}

async function read(context: Context, version: number | undefined): Promise<Model | null> {
  const bytes = version === undefined ? null : await readModelBytes(context, version);
  const classifier = bytes && restore(bytes);
  return classifier && version !== undefined ? { version, classifier } : null;
}

function keptOf(context: Context): Map<number, Kept> {
  const byStreet = kept.get(context.services) ?? new Map<number, Kept>();
  kept.set(context.services, byStreet);
  return byStreet;
}
