import { caseExamples } from './cases.ts';
import type { Example } from './example.ts';
import { homeExamples } from './home.ts';
import { identityExamples } from './identity.ts';
import { kernelExamples } from './kernel.ts';
import { organisationExamples } from './organisations.ts';
import { peopleExamples } from './people.ts';
import { sheetExamples } from './sheets.ts';
import { systemExamples } from './system.ts';
import { territoryExamples } from './territory.ts';

/** One example for every endpoint that is not open to anybody. */
export const examples: Record<string, Example> = {
  ...kernelExamples,
  ...territoryExamples,
  ...peopleExamples,
  ...organisationExamples,
  ...identityExamples,
  ...sheetExamples,
  ...systemExamples,
  ...homeExamples,
  ...caseExamples,
};
