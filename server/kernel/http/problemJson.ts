import type { FastifyError } from 'fastify';
import { sqlState } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';

export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  /** Stable code; programs decide by it. */
  code: string;
  /** The sentence for people, in Chinese. */
  detail: string;
  /** Field faults of `input.invalid`, and whatever else the refusal knows. */
  [extra: string]: unknown;
}

/** Refusals of the web server itself, in our words. */
const serverRefusals: Record<string, [code: string, status: number]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['input.too_large', 413],
  FST_ERR_CTP_INVALID_JSON_BODY: ['input.not_json', 400],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['input.not_json', 400],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['input.media_type', 415],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['input.not_json', 400],
  FST_REQ_FILE_TOO_LARGE: ['input.too_large', 413],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['input.no_file', 400],
  FST_FILES_LIMIT: ['input.one_file', 400],
};

/** Any thrown thing as a Problem; null when only a bug can have caused it. */
export function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  const refusal = serverRefusals[code ?? ''];
  if (refusal) return new Problem(refusal[0], refusal[1]);
  if (error instanceof SyntaxError && statusCode === 400) return new Problem('input.not_json', 400);
  if (statusCode === 429) return new Problem('rate.exceeded', 429);
  if (sqlState(error) === '57014') return new Problem('server.too_slow', 503);
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Problem('input.invalid', statusCode);
  return null;
}

export function problemJson(
  problem: Problem,
  sentence: (code: string, details?: Readonly<Record<string, unknown>>) => string,
): ProblemJson {
  return {
    ...problem.details,
    type: `urn:jia:problem:${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    detail: sentence(problem.code, problem.details),
  };
}
