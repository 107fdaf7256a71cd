import type * as codes from '#contract/notifications/codes.ts';
import type { NoticeFields } from '#contract/notifications/codes.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface NotificationsTable {
  street_id: number;
  id: string;
  account_id: string;
  event_id: string;
  kind: codes.NotificationKind;
  notice: codes.Notice;
  fields: JsonColumn<NoticeFields>;
  subject_module: string;
  subject_id: string;
  at: InstantColumn;
  read_at: OptionalInstant;
}

interface NotificationPreferencesTable {
  street_id: number;
  account_id: string;
  muted: codes.MutableKind[];
  texts: boolean;
  quiet_from: string;
  quiet_to: string;
  version: number;
}

interface DeliveriesTable {
  street_id: number;
  id: string;
  event_id: string;
  recipient_kind: 'account' | 'requester';
  recipient_id: string;
  subject_id: string;
  channel: codes.TextChannel;
  template: codes.TextTemplate;
  fields: JsonColumn<NoticeFields>;
  status: codes.DeliveryStatus;
  attempts: number;
  next_at: OptionalInstant;
  problem: string | null;
  at: InstantColumn;
  done_at: OptionalInstant;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    notifications: NotificationsTable;
    notification_preferences: NotificationPreferencesTable;
    deliveries: DeliveriesTable;
  }
}
