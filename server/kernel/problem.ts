/**
 * A refusal that a person or a program can meet, answered as problem+json (RFC 9457).
 * `code` is stable and phrased for people in a words file; `details` fill the sentence.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, details: Record<string, unknown> = {}) {
    super(`${status} ${code}`);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}
