// Rows as the viewer may see them, with `can` beside each record.
import type {
  ActivityRecord,
  ActivityRow as ListedActivity,
  MySignUp,
  ProgrammeRecord,
  SessionRecord,
  SignUpLine,
} from '#contract/activities/records.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { mayApproveAt, mayEditAt } from './policy.ts';
import { hasBegun, publishFault, stateFault } from './rules.ts';
import type { ActivityRow } from './store/activities.ts';
import type { ProgrammeRow, Totals } from './store/programmes.ts';
import type { PostRow, SessionRow } from './store/sessions.ts';
import type { SignUpRow } from './store/signUps.ts';

/** Names by id, gathered once for a whole answer. */
export interface Names {
  areas: ReadonlyMap<string, string>;
  programmes: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
}

/** Sessions with what hangs on them. */
export interface Scheduled {
  sessions: readonly SessionRow[];
  posts: readonly PostRow[];
  pending: ReadonlyMap<string, number>;
}

export function viewSession(row: SessionRow, { posts, pending }: Omit<Scheduled, 'sessions'>): SessionRecord {
  return {
    sessionId: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    places: row.places,
    taken: row.taken,
    waiting: row.waiting,
    pending: pending.get(row.id) ?? 0,
    draw: row.seed_hash ? { seedHash: row.seed_hash, drawnAt: row.drawn_at } : null,
    posts: posts
      .filter((post) => post.session_id === row.id)
      .map((post) => ({
        postId: post.id,
        name: post.name,
        duty: post.duty,
        places: post.places,
        taken: post.taken,
      })),
  };
}

const told = (row: ActivityRow) => ({
  activityId: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  place: row.place,
  programmeId: row.programme_id,
  category: row.category,
  areaId: row.area_id,
  ageMin: row.age_min,
  ageMax: row.age_max,
  accompaniedBelow: row.accompanied_below,
  languages: row.languages,
  isFor: row.is_for,
  guardianConsent: row.guardian_consent,
  photos: row.photos,
  riskLevel: row.risk_level,
  riskTold: row.risk_told,
  insurance: row.insurance,
  agreement: row.agreement,
  allotment: row.allotment,
  priority: row.priority,
  familyCap: row.family_cap,
  confirmHours: row.confirm_hours,
  state: row.state,
  cancelReason: row.cancel_reason,
  publishedAt: row.published_at,
});

const nameOf = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (names.get(id) ?? null);

/** What everybody who sees the activity reads of it. */
export function viewTold(row: ActivityRow, scheduled: Scheduled, names: Names) {
  return {
    ...told(row),
    areaName: names.areas.get(row.area_id) ?? '',
    programmeName: nameOf(names.programmes, row.programme_id),
    organiserName: nameOf(names.organisations, row.organiser_id),
    sessions: scheduled.sessions
      .filter((one) => one.activity_id === row.id)
      .map((one) => viewSession(one, scheduled)),
  };
}

export function viewActivity(
  context: Context,
  row: ActivityRow,
  scheduled: Scheduled,
  names: Names,
): ActivityRecord {
  return {
    ...viewTold(row, scheduled, names),
    organiserId: row.organiser_id,
    template: row.template,
    copiedFrom: row.copied_from,
    version: row.version,
    can: verbsOf(context, row, scheduled.sessions),
  };
}

function verbsOf(context: Context, row: ActivityRow, sessions: readonly SessionRow[]) {
  const { actor, now } = context;
  if (!mayEditAt(actor, row.area_path)) {
    const outside = 'activity.outside_your_area';
    return {
      change: outside,
      publish: outside,
      cancel: outside,
      copy: row.template ? true : outside,
    } as const;
  }
  const open = row.state === 'draft' || row.state === 'published';
  const fault = publishFault(row, sessions, now, mayApproveAt(actor, row.area_path));
  return {
    change: open || stateFault(row.state),
    publish: fault ?? (true as const),
    cancel: (open && !row.template) || (row.template ? 'activity.is_template' : stateFault(row.state)),
    copy: true as const,
  };
}

export function viewRow(
  row: ActivityRow,
  next: SessionRow | undefined,
  sessions: number,
  scheduled: Scheduled,
  names: Names,
): ListedActivity {
  const { posts: _, ...session } = next ? viewSession(next, scheduled) : { posts: [] };
  return {
    activityId: row.id,
    title: row.title,
    kind: row.kind,
    category: row.category,
    programmeId: row.programme_id,
    programmeName: nameOf(names.programmes, row.programme_id),
    areaId: row.area_id,
    areaName: names.areas.get(row.area_id) ?? '',
    place: row.place,
    state: row.state,
    template: row.template,
    ageMin: row.age_min,
    ageMax: row.age_max,
    isFor: row.is_for,
    allotment: row.allotment,
    nextSession: next ? (session as ListedActivity['nextSession']) : null,
    sessions,
  };
}

export function viewProgramme(
  row: ProgrammeRow,
  totals: Totals | undefined,
  areas: ReadonlyMap<string, string>,
): ProgrammeRecord {
  return {
    programmeId: row.id,
    brand: row.brand,
    name: row.name,
    aims: row.aims,
    areaId: row.area_id,
    areaName: areas.get(row.area_id) ?? '',
    forChildren: row.for_children,
    status: row.status,
    totals: {
      activities: totals?.activities ?? 0,
      sessions: totals?.sessions ?? 0,
      people: totals?.people ?? 0,
    },
    version: row.version,
  };
}

export function viewSignUpLine(
  row: SignUpRow,
  person: { name: string; age: number | null } | undefined,
  postName: string | null,
  missedBefore: number,
): SignUpLine {
  return {
    signUpId: row.id,
    personId: row.person_id,
    name: person ? maskName(person.name) : '',
    age: person?.age ?? null,
    familyId: row.family_id,
    accompanies: row.accompanies,
    postName,
    number: row.number,
    state: row.state,
    rank: row.rank,
    photo: row.photo,
    consented: row.consent_by !== null,
    offeredUntil: row.offered_until,
    signedAt: row.signed_at,
    missedBefore,
  };
}

export interface Booked {
  row: SignUpRow;
  title: string;
  place: string;
  sessionState: MySignUp['sessionState'];
  name: string;
  postName: string | null;
  ahead: number | null;
}

export function viewMine(now: Date, booked: Booked): MySignUp {
  const { row } = booked;
  return {
    signUpId: row.id,
    sessionId: row.session_id,
    activityId: row.activity_id,
    title: booked.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: booked.place,
    sessionState: booked.sessionState,
    personId: row.person_id,
    name: booked.name,
    accompanies: row.accompanies,
    postName: booked.postName,
    number: row.number,
    state: row.state,
    ahead: booked.ahead,
    offeredUntil: row.offered_until,
    can: {
      confirm: confirmFault(row, now) ?? (true as const),
      cancel: cancelFault(row, now) ?? (true as const),
    },
  };
}

type Held = Pick<SignUpRow, 'state' | 'starts_at' | 'offered_until'>;

export function confirmFault(row: Held, now: Date): string | null {
  if (row.state === 'lapsed') return 'sign_up.offer_over';
  if (row.state !== 'offered') return 'sign_up.not_offered';
  return Date.parse(row.offered_until ?? '') <= now.getTime() ? 'sign_up.offer_over' : null;
}

export function cancelFault(row: Held, now: Date): string | null {
  if (!['waiting', 'drawn_pending', 'offered', 'confirmed'].includes(row.state)) return 'sign_up.not_live';
  return hasBegun(row.starts_at, now) ? 'sign_up.over' : null;
}
