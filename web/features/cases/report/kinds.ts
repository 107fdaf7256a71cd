import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { enterpriseWords, propertyWords, reportWords } from '../words.ts';

interface KindWords {
  title: string;
  promise: string;
  textLabel: string;
  textExample: string;
}

/** What each way of asking says; everything else of the form is the same. */
export const kindWords: Record<ReportedKind, KindWords> = {
  resident_report: reportWords,
  property_request: propertyWords,
  enterprise_demand: enterpriseWords,
};
