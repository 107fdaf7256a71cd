import { problemWords } from './words.ts';

interface Refusal {
  code: string;
  status: number;
  detail?: string | undefined;
  details?: Record<string, unknown>;
  fields?: Record<string, string>;
}

/**
 * What a call can end with: the server's problem+json (RFC 9457), or `network.offline` with status 0.
 * `detail` is a sentence to show; `fields` names the inputs of the form that have to change.
 */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;

  constructor({ code, status, detail, details = {}, fields = {} }: Refusal) {
    super(`${status} ${code}`);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.detail = detail || problemWords[code] || problemWords['server.fault'] || code;
    this.details = details;
    this.fields = fields;
  }
}

/** The sentence for any error, also one that is no refusal of the server. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.detail;
  return problemWords['network.unreadable'] ?? '';
}

export const isOffline = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'network.offline';
