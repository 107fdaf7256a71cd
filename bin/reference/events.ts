import type { EventDefinition } from '#contract/define.ts';
import type { Module } from '#kernel/module.ts';

/** Event → what it carries → who reacts, one screen. */
export function eventsPage(events: readonly EventDefinition[], modules: readonly Module[]): string {
  const reactions = modules.flatMap((module) => module.reactions ?? []);
  const names = [
    ...new Set([...events.map((event) => event.name), ...reactions.map(({ event }) => event)]),
  ].sort();
  const rows = names.map((name) => {
    const heard = reactions.filter(({ event }) => event === name).map((reaction) => `\`${reaction.name}\``);
    const definition = events.find((event) => event.name === name);
    return `| \`${name}\` | ${definition ? fieldsOf(definition) : ''} | ${heard.sort().join(', ')} |`;
  });
  const schedules = modules
    .flatMap((module) => module.schedules ?? [])
    .map(({ name, cron }) => `| \`${name}\` | \`${cron}\` |`)
    .sort();
  return [
    '# Events and what follows',
    '',
    'Made by `npm run map`; a test keeps it fresh. Every event is a row of the trail; the reactions to it run after',
    'commit, at least once, each in a transaction of its own.',
    '',
    '| event | carries | reactions |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## Timed work',
    '',
    'Once per street at each tick, Beijing time.',
    '',
    '| schedule | cron |',
    '| --- | --- |',
    ...schedules,
    '',
  ].join('\n');
}

function fieldsOf({ data }: EventDefinition): string {
  const shape = 'shape' in data ? (data.shape as Record<string, unknown>) : {};
  return Object.keys(shape).join(', ');
}
