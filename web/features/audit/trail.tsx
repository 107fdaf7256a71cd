// What the pages of the trail share: how one line reads.
import type { AuditEvent } from '#contract/audit/records.ts';
import { eventSentence } from '#contract/audit/sentences.ts';
import type { Role } from '#contract/identity/roles.ts';
import { roleWords } from '#contract/identity/words.ts';
import { dayStamp, stamp } from '#web/lib/formats.ts';
import type { RegisterColumn } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { auditWords as words } from './words.ts';

/** Who did it; of a sign-in, whose account it was. */
export function actorOf({ actor, subject }: AuditEvent): string {
  if (actor.accountId === null && actor.name === '') return subject.accountName ?? words.stranger;
  return actor.name === 'system' ? words.system : actor.name || words.stranger;
}

export const roleOf = ({ actingRole }: AuditEvent): string =>
  actingRole === null ? '' : (roleWords[actingRole as Role] ?? actingRole);

export function trailColumns(onOpen: (event: AuditEvent) => void): readonly RegisterColumn<AuditEvent>[] {
  return [
    { key: 'at', title: words.columns.at, width: 150, render: ({ at }) => stamp(at) },
    { key: 'who', title: words.columns.who, render: actorOf },
    { key: 'role', title: words.columns.role, render: roleOf },
    {
      key: 'what',
      title: words.columns.what,
      render: (event) => (
        <button type="button" className="jia-trail-open" onClick={() => onOpen(event)}>
          {eventSentence(event.name)}
        </button>
      ),
    },
    {
      key: 'subject',
      title: words.columns.subject,
      render: ({ subject }) =>
        subject.accountName ?? <code className="jia-trail-code">{shortId(subject.id)}</code>,
    },
    { key: 'seq', title: words.columns.seq, align: 'end', render: ({ seq }) => seq ?? words.unsealed },
    { key: 'place', title: words.columns.place, isExtra: true, render: ({ areaPath }) => areaPath },
  ];
}

/** The end of an id tells two apart; its beginning is the time it was made. */
export const shortId = (id: string): string => (id.length > 16 ? id.slice(-12) : id);

const periodDays: Record<string, number> = { today: 0, week: 6, month: 29, year: 364 };
const dayMs = 86_400_000;

/** First day of a period that ends today. */
export function fromDay(period: string | undefined, now: Date = new Date()): string | undefined {
  const days = period === undefined ? undefined : periodDays[period];
  return days === undefined ? undefined : dayStamp(new Date(now.getTime() - days * dayMs));
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, word]) => ({ value, word }));

export const periodPart = {
  kind: 'choice',
  key: 'period',
  label: words.periodLabel,
  all: words.periodAll,
  choices: choices(words.periods),
} as const;

export const nounPart = {
  kind: 'choice',
  key: 'noun',
  label: words.nounLabel,
  all: words.nounAll,
  choices: choices(words.nouns),
} as const;

export const actorPart = { kind: 'search', key: 'actor', label: words.actor } as const;
