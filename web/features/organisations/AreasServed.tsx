import { useState } from 'react';
import { setAreasServed } from '#contract/organisations/endpoints.ts';
import type { OrganisationRecord } from '#contract/organisations/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { servedWords as words } from './words.ts';

/** The estates and grids an organisation serves. */
export function AreasServed({ record }: { record: OrganisationRecord }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={words.title}
      aside={
        record.can.edit === true && (
          <Button kind="quiet" small onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      <Sheet>
        {record.areasServed.length === 0 && <p className="jia-hint">{words.none}</p>}
        {record.areasServed.map(({ areaId, name }) => (
          <div key={areaId} className="jia-line">
            <span>{name}</span>
          </div>
        ))}
      </Sheet>
      {isOpen && <AreasServedForm record={record} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function AreasServedForm({ record, onClose }: { record: OrganisationRecord; onClose: () => void }) {
  const [areas, setAreas] = useState(() =>
    record.areasServed.map(({ areaId, name }) => ({ value: areaId, word: name })),
  );
  const set = useCommand(setAreasServed, { onDone: onClose });
  const { organisationId, version } = record;
  return (
    <FormDrawer
      isOpen
      title={words.change}
      busy={set.isPending}
      problem={set.error && sentenceOf(set.error)}
      onSubmit={() =>
        set.mutate({
          params: { organisationId },
          body: { areaIds: areas.map((area) => area.value), version },
        })
      }
      onClose={onClose}
    >
      <SearchField
        label={words.title}
        help={words.help}
        many
        value={areas}
        search={searchAreas}
        onChange={setAreas}
      />
    </FormDrawer>
  );
}
