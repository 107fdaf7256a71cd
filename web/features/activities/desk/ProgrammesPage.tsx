import '../activities.css';
import { useState } from 'react';
import { changeProgramme, listProgrammes, makeProgramme } from '#contract/activities/endpoints.ts';
import type { ProgrammeRecord } from '#contract/activities/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { programmeWords as words } from './words.ts';

/** Programmes of the street, each with what came of it so far. */
export function ProgrammesPage() {
  const { data, error, refetch } = useRead(listProgrammes);
  const [editing, setEditing] = useState<ProgrammeRecord | 'new' | null>(null);
  const mayEdit = useMayAnywhere()('activity.edit');
  return (
    <DeskPage
      title={words.title}
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
      {data?.items.length === 0 && <EmptyState icon="calendar">{words.none}</EmptyState>}
      <div className="jia-activity-file">
        {data?.items.map((one) => (
          <Section
            key={one.programmeId}
            title={one.name}
            aside={words.totals(one.totals.activities, one.totals.sessions, one.totals.people)}
          >
            <Sheet>
              <div className="jia-stack">
                <p>{one.aims}</p>
                <p className="jia-text2">
                  {[
                    one.areaName,
                    one.forChildren && words.forChildren,
                    one.status === 'closed' && words.closed,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {mayEdit && (
                  <div>
                    <Button small onPress={() => setEditing(one)}>
                      {words.edit}
                    </Button>
                  </div>
                )}
              </div>
            </Sheet>
          </Section>
        ))}
      </div>
      {editing && (
        <ProgrammeForm {...(editing === 'new' ? {} : { record: editing })} onClose={() => setEditing(null)} />
      )}
    </DeskPage>
  );
}

function ProgrammeForm({ record, onClose }: { record?: ProgrammeRecord; onClose: () => void }) {
  const [name, setName] = useState(record?.name ?? '');
  const [aims, setAims] = useState(record?.aims ?? '');
  const [forChildren, setForChildren] = useState(record?.forChildren ?? false);
  const [status, setStatus] = useState(record?.status ?? 'active');
  const [area, setArea] = useState(record ? { value: record.areaId, word: record.areaName } : null);
  const make = useCommand(makeProgramme, { onDone: onClose });
  const change = useCommand(changeProgramme, { onDone: onClose });
  const error = make.error ?? change.error;
  const submit = () => {
    const body = { name: name.trim(), aims, forChildren, status, areaId: area?.value ?? '' };
    if (!record) return make.mutate({ body });
    const params = { programmeId: record.programmeId };
    change.mutate({ params, body: { ...body, version: record.version } });
  };
  return (
    <FormDrawer
      isOpen
      title={record ? words.edit : words.make}
      busy={make.isPending || change.isPending}
      problem={error ? sentenceOf(error) : null}
      reason={name.trim() && area ? undefined : words.missing}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} maxLength={40} onChange={setName} />
      <SearchField
        label={words.area}
        value={area ? [area] : []}
        search={searchAreas}
        onChange={([chosen]) => setArea(chosen ?? null)}
      />
      <TextField label={words.aims} optional rows={3} value={aims} maxLength={1000} onChange={setAims} />
      <ChoiceChips
        label={words.children}
        choices={words.yesNo}
        value={forChildren ? 'yes' : 'no'}
        onChange={(value) => setForChildren(value === 'yes')}
      />
      {record && (
        <ChoiceChips label={words.status} choices={words.statuses} value={status} onChange={setStatus} />
      )}
    </FormDrawer>
  );
}
