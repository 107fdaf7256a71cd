// Names what failed once more at the very end: a long log is often kept from its end only.
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestModule } from 'vitest/node';

const lengthMax = 300;
const short = (message = '') => stripVTControlCharacters(message).split('\n')[0]?.slice(0, lengthMax);

const linesOf = (module: TestModule): string[] => [
  ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${short(message)}`),
  ...[...module.children.allTests('failed')].map(
    (test) => `${module.relativeModuleId} > ${test.fullName}: ${short(test.result().errors?.[0]?.message)}`,
  ),
];

export const failedLast: Reporter = {
  onTestRunEnd(modules) {
    const lines = modules.flatMap(linesOf);
    if (lines.length > 0) console.log(['Failed:', ...lines.map((line) => `- ${line}`)].join('\n'));
  },
};
