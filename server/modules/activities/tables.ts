import type { ColumnType } from 'kysely';
import type {
  ActivityKind,
  ActivityState,
  Allotment,
  Audience,
  Category,
  GroupKind,
  languages,
  PhotoChoice,
  Priority,
  photoPolicies,
  RiskLevel,
  SessionState,
  SignUpState,
} from '#contract/activities/codes.ts';
import type { DrawRecord } from '#contract/activities/records.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface ProgrammesTable {
  street_id: number;
  id: string;
  brand: string | null;
  name: string;
  aims: string;
  area_id: string;
  area_path: string;
  for_children: boolean;
  status: 'active' | 'closed';
  made_at: InstantColumn;
  updated_by: string;
  version: number;
}

interface ActivitiesTable {
  street_id: number;
  id: string;
  programme_id: string | null;
  category: Category;
  kind: ActivityKind;
  title: string;
  body: string;
  area_id: string;
  area_path: string;
  place: string;
  organiser_id: string | null;
  age_min: number | null;
  age_max: number | null;
  accompanied_below: number | null;
  languages: (typeof languages)[number][];
  is_for: Audience;
  guardian_consent: boolean;
  photos: (typeof photoPolicies)[number];
  risk_level: RiskLevel;
  risk_told: string | null;
  insurance: string | null;
  agreement: string | null;
  allotment: Allotment;
  priority: Priority;
  family_cap: number | null;
  confirm_hours: number;
  state: ActivityState;
  template: boolean;
  template_key: string | null;
  copied_from: string | null;
  cancel_reason: string | null;
  published_at: OptionalInstant;
  made_at: InstantColumn;
  updated_by: string;
  updated_at: InstantColumn;
  version: number;
}

interface ActivitySessionsTable {
  street_id: number;
  id: string;
  activity_id: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  place: string;
  area_path: string;
  state: SessionState;
  opens_at: InstantColumn;
  closes_at: InstantColumn;
  places: number;
  taken: number;
  waiting: number;
  arrivals: number;
  seed_hash: string | null;
  seed_cipher: string | null;
  seed: string | null;
  drawn_at: OptionalInstant;
  drawn: ColumnType<DrawRecord['order'] | null, string | null, string | null>;
  version: number;
}

interface ActivityPostsTable {
  street_id: number;
  id: string;
  session_id: string;
  position: number;
  name: string;
  duty: string;
  places: number;
  taken: number;
}

interface SignUpsTable {
  street_id: number;
  id: string;
  session_id: string;
  activity_id: string;
  programme_id: string | null;
  person_id: string;
  family_id: string | null;
  post_id: string | null;
  signed_by: string;
  accompanies: boolean;
  number: number;
  state: SignUpState;
  rank: number | null;
  photo: PhotoChoice;
  consent_by: string | null;
  consent_at: OptionalInstant;
  offered_until: OptionalInstant;
  signed_at: InstantColumn;
  confirmed_at: OptionalInstant;
  ended_at: OptionalInstant;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
}

interface PracticeListsTable {
  street_id: number;
  id: string;
  term: string;
  title: string;
  foreword: string;
  area_id: string;
  area_path: string;
  state: 'draft' | 'published';
  published_at: OptionalInstant;
  made_at: InstantColumn;
  updated_by: string;
  version: number;
}

interface PracticeItemsTable {
  street_id: number;
  list_id: string;
  position: number;
  title: string;
  hours_text: string;
  programme_id: string | null;
  activity_id: string | null;
}

interface ClassCountsTable {
  street_id: number;
  list_id: string;
  area_id: string;
  class_name: string;
  pupils: number;
  reported_by: string;
  reported_at: InstantColumn;
  area_path: string;
}

interface ClassConfirmationsTable {
  street_id: number;
  id: string;
  list_id: string;
  area_path: string;
  class_name: string;
  nickname: string;
  hours: string;
  confirmed_by: string;
  confirmed_at: InstantColumn;
}

interface GroupsTable {
  street_id: number;
  id: string;
  name: string;
  kind: GroupKind;
  owner_name: string;
  members: number;
  area_id: string;
  area_path: string;
  status: 'active' | 'closed';
  counted_on: string;
  updated_by: string;
  version: number;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    programmes: ProgrammesTable;
    activities: ActivitiesTable;
    activity_sessions: ActivitySessionsTable;
    activity_posts: ActivityPostsTable;
    sign_ups: SignUpsTable;
    practice_lists: PracticeListsTable;
    practice_items: PracticeItemsTable;
    class_counts: ClassCountsTable;
    class_confirmations: ClassConfirmationsTable;
    groups: GroupsTable;
  }
}
