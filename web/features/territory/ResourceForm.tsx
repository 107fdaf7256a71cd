import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { resourceKinds } from '#contract/territory/levels.ts';
import { addResource, changeResource, removeResource } from '#contract/territory/mapEndpoints.ts';
import { type Area, type AreaResource, resource as resourceRecord } from '#contract/territory/records.ts';
import { resourceKindWords } from '#contract/territory/words.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type DatumChoice, DatumField } from './DatumField.tsx';
import { StaleChanges } from './StaleChanges.tsx';
import { areaFormWords, resourceWords as words } from './words.ts';

interface ResourceFormProps {
  area: Area;
  /** Null adds a new one. */
  resource: AreaResource | null;
  onClose: () => void;
}

export function ResourceForm({ area, resource, onClose }: ResourceFormProps) {
  const [typed, setTyped] = useState(() => typedOf(resource));
  const [datum, setDatum] = useState<DatumChoice>('CGCS2000');
  const add = useCommand(addResource, { onDone: onClose });
  const change = useCommand(changeResource, { onDone: onClose });
  const remove = useCommand(removeResource, { onDone: onClose });
  const error = add.error ?? change.error ?? remove.error;
  const problem = error instanceof ProblemError ? error : null;
  const isStale = problem?.code === 'version.stale';

  const submit = (version: number | undefined) => {
    const body = { ...bodyOf(typed), datum };
    if (!resource || version === undefined) add.mutate({ params: { areaId: area.areaId }, body });
    else change.mutate({ params: { resourceId: resource.resourceId }, body: { ...body, version } });
  };
  return (
    <FormDrawer
      isOpen
      title={resource ? words.change : words.add}
      onSubmit={() => submit(resource?.version)}
      onClose={onClose}
      busy={add.isPending || change.isPending || remove.isPending}
      problem={error && !isStale ? sentenceOf(error) : null}
    >
      {isStale && (
        <StaleChanges
          problem={problem}
          onSaveAnyway={() => submit(resourceRecord.parse(problem.details.current).version)}
        />
      )}
      <ResourceFields typed={typed} onChange={setTyped} faults={problem?.fields ?? {}}>
        <DatumField value={datum} onChange={setDatum} />
      </ResourceFields>
      {resource && (
        <RemoveResource
          onRemove={(reason) =>
            remove.mutate({
              params: { resourceId: resource.resourceId },
              body: { reason, version: resource.version },
            })
          }
        />
      )}
    </FormDrawer>
  );
}

type TypedResource = ReturnType<typeof typedOf>;

function typedOf(resource: AreaResource | null) {
  return {
    kind: resource?.kind ?? ('facility' as AreaResource['kind']),
    name: resource?.name ?? '',
    longitude: resource?.position ? String(resource.position.longitude) : '',
    latitude: resource?.position ? String(resource.position.latitude) : '',
    phone: resource?.publicPhone ?? '',
    note: resource?.note ?? '',
  };
}

function bodyOf(typed: TypedResource) {
  const hasPosition = typed.longitude.trim() !== '' && typed.latitude.trim() !== '';
  return {
    kind: typed.kind,
    name: typed.name,
    position: hasPosition ? { longitude: Number(typed.longitude), latitude: Number(typed.latitude) } : null,
    publicPhone: typed.phone.trim() || null,
    note: typed.note,
  };
}

interface ResourceFieldsProps {
  typed: TypedResource;
  onChange: (typed: TypedResource) => void;
  faults: Readonly<Record<string, string>>;
  /** Asked only with a position: its datum. */
  children: ReactNode;
}

function ResourceFields({ typed, onChange, faults, children }: ResourceFieldsProps) {
  const set = (changes: Partial<TypedResource>) => onChange({ ...typed, ...changes });
  return (
    <>
      <Field label={words.kind}>
        {({ id }) => (
          <Select
            id={id}
            value={typed.kind}
            options={resourceKinds.map((value) => ({ value, label: resourceKindWords[value] }))}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      <TextField
        label={words.name}
        value={typed.name}
        maxLength={60}
        error={faults.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.longitude}
        optional
        inputMode="decimal"
        value={typed.longitude}
        error={faults['position.longitude']}
        onChange={(longitude) => set({ longitude })}
      />
      <TextField
        label={words.latitude}
        optional
        help={words.positionHelp}
        inputMode="decimal"
        value={typed.latitude}
        error={faults['position.latitude']}
        onChange={(latitude) => set({ latitude })}
      />
      {typed.longitude && children}
      <TextField
        label={words.phone}
        optional
        help={words.phoneHelp}
        type="tel"
        value={typed.phone}
        error={faults.publicPhone}
        onChange={(phone) => set({ phone })}
      />
      <TextField
        label={words.note}
        optional
        rows={2}
        maxLength={300}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

/** Taking it off asks for the reason first. */
function RemoveResource({ onRemove }: { onRemove: (reason: string) => void }) {
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null) {
    return (
      <div>
        <Button onPress={() => setReason('')}>{words.remove}</Button>
      </div>
    );
  }
  return (
    <>
      <p className="jia-text2">{words.removeQuestion}</p>
      <TextField label={areaFormWords.reason} value={reason} onChange={setReason} />
      <div className="jia-area-verbs">
        <Button onPress={() => onRemove(reason)}>{words.remove}</Button>
        <Button onPress={() => setReason(null)}>{words.removeNo}</Button>
      </div>
    </>
  );
}
