import { z } from 'zod';
import type { AnyEndpoint } from '#contract/define.ts';
import { Problem } from '#kernel/problem.ts';

// Field messages are read by people: zod speaks Chinese to them.
z.config(z.locales.zhCN());

export interface FieldFault {
  /** JSON pointer into the part that was sent, `/body/phone`. */
  pointer: string;
  code: string;
  message: string;
}

interface Parts {
  params: unknown;
  query: unknown;
  body: unknown;
}

const partNames = ['params', 'query', 'body'] as const;

/** Params, query and body as one record by the contract, or 400 with every field that is wrong. */
export function parseInput(endpoint: AnyEndpoint, parts: Parts): Record<string, unknown> {
  const faults: FieldFault[] = [];
  const input: Record<string, unknown> = {};
  for (const name of partNames) {
    const parsed = endpoint[name].safeParse(parts[name] ?? {});
    if (parsed.success) Object.assign(input, parsed.data);
    else faults.push(...parsed.error.issues.map((issue) => fieldFault(name, issue)));
  }
  if (faults.length > 0) throw new Problem('input.invalid', 400, { fields: faults.slice(0, 50) });
  return input;
}

function fieldFault(part: string, issue: z.core.$ZodIssue): FieldFault {
  const pointer = [part, ...issue.path.map(String)].map(
    (step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`,
  );
  return { pointer: pointer.join(''), code: issue.code, message: issue.message };
}
