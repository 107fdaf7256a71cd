import type { ComponentType } from 'react';
import type { CaseRecord } from '#contract/cases/records.ts';
import { ClocksPanel } from './clocks/ClocksPanel.tsx';
import { JointPart } from './joint/JointPart.tsx';
import { WhistlePart } from './joint/WhistlePart.tsx';
import { OriginalPart } from './orders/OriginalPart.tsx';
import { PublishPart } from './publish/PublishPart.tsx';
import { SignatureCheck } from './review/SignatureCheck.tsx';
import { PrintOne } from './sheet/PrintOne.tsx';

export type CasePart = ComponentType<{ record: CaseRecord }>;

/**
 * Where the features of cases put themselves on the page of one case: one line each, in reading order. A part
 * draws nothing while it has nothing to say.
 */
export const caseSlots: Readonly<
  Record<'underHead' | 'besideResult' | 'underUnits' | 'side', readonly CasePart[]>
> = {
  /** Clocks and lamps. */
  underHead: [ClocksPanel],
  /** What helps to answer: similar cases, drafts of a reply. */
  besideResult: [],
  /** Whistles, linked cases, tags, exclusion. */
  underUnits: [WhistlePart, JointPart, OriginalPart],
  /** At the right of the page, under what can be done: publication and the like. */
  side: [PrintOne, SignatureCheck, PublishPart],
};
