import { listTrustedContacts } from '#contract/people/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { CallButton } from './CallButton.tsx';
import { labels, listMark, fieldWords as words } from './words.ts';

/** Neighbours to turn to in need, of the own grid only. */
export function TrustedContactsPage() {
  const { data, error, retry } = useKeptRead(listTrustedContacts, { query: { limit: 200 } });
  return (
    <>
      <PageHeader title={words.contacts} note={words.contactsNote} onBack />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={4} />}
      {data?.items.length === 0 && <EmptyState icon="hands">{words.contactsEmpty}</EmptyState>}
      <RowSheet>
        {data?.items.map((contact) => (
          <ListRow
            key={contact.householdId}
            title={contact.name ?? contact.address}
            note={[
              contact.tags.map((tag) => labels.householdTag[tag]).join(listMark),
              contact.name && contact.address,
              contact.phone,
            ]
              .filter(Boolean)
              .join(' · ')}
            trailing={contact.personId && contact.phone && <CallButton personId={contact.personId} />}
          />
        ))}
      </RowSheet>
    </>
  );
}
