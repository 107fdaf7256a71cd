import '../activities.css';
import { useState } from 'react';
import { groupKinds } from '#contract/activities/codes.ts';
import { changeGroup, listGroups, makeGroup } from '#contract/activities/practice.ts';
import type { GroupRecord } from '#contract/activities/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { figure } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { groupWords as words } from './words.ts';

/** Groups outside the platform: who keeps them, how many they reach, where. */
export function GroupsPage() {
  const { data, error, refetch } = useRead(listGroups);
  const [editing, setEditing] = useState<GroupRecord | 'new' | null>(null);
  const mayEdit = useMayAnywhere()('activity.edit');
  const active = data?.items.filter(({ status }) => status === 'active') ?? [];
  return (
    <DeskPage
      title={words.title}
      figures={
        <>
          <Figure value={figure(active.length)} word={words.total} />
          <Figure value={figure(active.reduce((sum, one) => sum + one.members, 0))} word={words.reach} />
        </>
      }
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setEditing('new')}>
            {words.make}
          </Button>
        )
      }
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.items.length === 0 && <EmptyState icon="people">{words.none}</EmptyState>}
      {data && data.items.length > 0 && (
        <Sheet>
          <table className="jia-activity-draw">
            <thead>
              <tr>
                {Object.values(words.columns).map((head) => (
                  <th key={head}>{head}</th>
                ))}
                <th>{words.status}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.groupId}>
                  <td>{one.name}</td>
                  <td>{words.kinds[one.kind]}</td>
                  <td>{one.ownerName}</td>
                  <td>{figure(one.members)}</td>
                  <td>{one.areaName}</td>
                  <td>
                    {one.coverage === null || one.homes === null
                      ? words.noCoverage
                      : words.coverage(one.coverage, figure(one.homes))}
                  </td>
                  <td>{one.countedOn}</td>
                  <td>
                    {one.status === 'closed' && words.closed}
                    {mayEdit && (
                      <Button small onPress={() => setEditing(one)}>
                        {words.edit}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
      {editing && (
        <GroupForm {...(editing === 'new' ? {} : { record: editing })} onClose={() => setEditing(null)} />
      )}
    </DeskPage>
  );
}

function GroupForm({ record, onClose }: { record?: GroupRecord; onClose: () => void }) {
  const [name, setName] = useState(record?.name ?? '');
  const [kind, setKind] = useState(record?.kind ?? 'family');
  const [ownerName, setOwner] = useState(record?.ownerName ?? '');
  const [members, setMembers] = useState(record ? String(record.members) : '');
  const [status, setStatus] = useState(record?.status ?? 'active');
  const [area, setArea] = useState(record ? { value: record.areaId, word: record.areaName } : null);
  const make = useCommand(makeGroup, { onDone: onClose });
  const change = useCommand(changeGroup, { onDone: onClose });
  const error = make.error ?? change.error;
  const submit = () => {
    const facts = { name: name.trim(), kind, ownerName: ownerName.trim(), members: Number(members), status };
    const body = { ...facts, areaId: area?.value ?? '' };
    if (!record) return make.mutate({ body });
    change.mutate({ params: { groupId: record.groupId }, body: { ...body, version: record.version } });
  };
  return (
    <FormDrawer
      isOpen
      title={record ? words.edit : words.make}
      busy={make.isPending || change.isPending}
      problem={error ? sentenceOf(error) : null}
      reason={name.trim() && ownerName.trim() && area ? undefined : words.missing}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={words.columns.name} value={name} maxLength={40} onChange={setName} />
      <ChoiceChips
        label={words.columns.kind}
        choices={groupKinds.map((value) => ({ value, word: words.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField label={words.columns.owner} value={ownerName} maxLength={40} onChange={setOwner} />
      <TextField
        label={words.members}
        inputMode="numeric"
        value={members}
        onChange={(value) => setMembers(value.replace(/\D/g, '').slice(0, 5))}
      />
      <SearchField
        label={words.columns.area}
        value={area ? [area] : []}
        search={searchAreas}
        onChange={([chosen]) => setArea(chosen ?? null)}
      />
      {record && (
        <ChoiceChips
          label={words.status}
          choices={[
            { value: 'active', word: words.active },
            { value: 'closed', word: words.closed },
          ]}
          value={status}
          onChange={setStatus}
        />
      )}
    </FormDrawer>
  );
}
