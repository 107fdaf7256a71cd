import { useState } from 'react';
import type { OrganisationRecord } from '#contract/organisations/records.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { RecordPremisesForm } from './PremisesForm.tsx';
import { premisesWords as words } from './words.ts';

/** The rooms an organisation uses. */
export function OrganisationPremises({ record }: { record: OrganisationRecord }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={words.title}
      aside={
        record.can.edit === true && (
          <Button kind="quiet" small onPress={() => setOpen(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Sheet>
        {record.premises.length === 0 && <p className="jia-hint">{words.none}</p>}
        {record.premises.map((room) => (
          <div key={room.premisesId} className="jia-line">
            <span>
              {room.area.name} {room.floor !== null && words.floor(room.floor)} {room.room}
            </span>
            <Tag>{words.uses[room.use]}</Tag>
            {room.squareMetres !== null && <span>{words.metres(room.squareMetres)}</span>}
            <span className="jia-hint">
              {room.checkedOn ? words.checkedBy(room.checkedOn, room.checkedBy ?? '') : words.neverChecked}
            </span>
          </div>
        ))}
      </Sheet>
      {isOpen && (
        <RecordPremisesForm
          organisation={{ value: record.organisationId, word: record.name }}
          area={{ value: record.area.areaId, word: record.area.name }}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
