// What is signed, told and heard back about a result.
import type { callbackOutcomes, contactedAnswers } from '#contract/cases/callback/endpoints.ts';
import type * as codes from '#contract/cases/codes.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import type { SignedContent } from '#contract/cases/review/records.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface CaseSignaturesTable {
  street_id: number;
  case_id: string;
  round: number;
  level: number;
  account_id: string;
  signer: string;
  on_behalf_of: string | null;
  role: string;
  at: InstantColumn;
  digest: string;
  principal_id: string | null;
  instruction: string;
  way: 'single' | 'batch';
  since: OptionalInstant;
  content: JsonColumn<SignedContent> | null;
  previous: string | null;
}

interface CaseResultsTable {
  street_id: number;
  case_id: string;
  round: number;
  level: number;
  text: string;
  file_ids: string[];
  due_at: OptionalInstant;
  by_name: string;
  at: InstantColumn;
}

interface CaseToldFirstTable {
  street_id: number;
  case_id: string;
  round: number;
  answer: string;
  reason: string;
  by_name: string;
  at: InstantColumn;
  completed_at: OptionalInstant;
}

interface CaseCallbacksTable {
  street_id: number;
  id: string;
  case_id: string;
  round: number;
  at: InstantColumn;
  by_name: string;
  outcome: (typeof callbackOutcomes)[number];
  contacted: (typeof contactedAnswers)[number];
  solved: (typeof codes.solvedAnswers)[number] | null;
  satisfaction: (typeof codes.satisfactions)[number] | null;
  words: string;
}

interface CaseContactsTable {
  street_id: number;
  id: string;
  case_id: string;
  round: number;
  at: InstantColumn;
  by_name: string;
  way: CaseRecord['contacts'][number]['way'];
  outcome: CaseRecord['contacts'][number]['outcome'];
  note: string | null;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    case_signatures: CaseSignaturesTable;
    case_results: CaseResultsTable;
    case_told_first: CaseToldFirstTable;
    case_callbacks: CaseCallbacksTable;
    case_contacts: CaseContactsTable;
  }
}
