import { configurationTable } from '#kernel/config.ts';

/** Every variable of the environment as rows of a Markdown table. */
export function configurationRows(): string {
  const rows = configurationTable().map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${meaning} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
