import { listResponsible } from '#contract/coverage/endpoints.ts';
import type { OutputOf } from '#contract/define.ts';
import { roleWords } from '#contract/identity/words.ts';
import { listGridTypes, type readArea } from '#contract/territory/endpoints.ts';
import { areaFieldWords, areaKindWords, levelWords } from '#contract/territory/words.ts';
import { useRead } from '#web/lib/query.ts';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { areasWords, areaWords as words } from './words.ts';

export function AreaOverview({ area }: { area: OutputOf<typeof readArea> }) {
  const { data: types } = useRead(listGridTypes);
  const { data: staff } = useRead(listResponsible, { query: { areaId: area.areaId } });
  const type = types?.gridTypes.find((one) => one.code === area.gridType);
  return (
    <div className="jia-area-overview">
      <Section title={words.facts}>
        <Sheet>
          <Facts
            facts={[
              {
                label: areasWords.level,
                value: area.kind ? areaKindWords[area.kind] : levelWords[area.level],
              },
              { label: areasWords.code, value: area.code },
              ...(type ? [{ label: areasWords.gridType, value: type.label }] : []),
              { label: areaFieldWords.aliases, value: area.aliases.join('、') || words.none },
              ...(area.householdsDeclared === null
                ? []
                : [{ label: areaFieldWords.householdsDeclared, value: area.householdsDeclared }]),
              { label: words.since, value: area.validFrom },
              ...(area.validTo ? [{ label: words.until, value: area.validTo }] : []),
              ...(area.note ? [{ label: words.note, value: area.note }] : []),
            ]}
          />
        </Sheet>
        {area.counts.length > 0 && (
          <div className="jia-area-counts">
            {area.counts.map(({ level, kind, count }) => (
              <Figure
                key={`${level} ${kind}`}
                value={count}
                word={kind ? areaKindWords[kind] : levelWords[level]}
              />
            ))}
          </div>
        )}
      </Section>
      <Section title={words.responsible} aside={staff && words.wardens(staff.wardens)}>
        <RowSheet>
          {staff?.responsible.length === 0 && <ListRow title={words.noResponsible} />}
          {staff?.responsible.map((one) => (
            <ListRow
              key={`${one.name} ${one.role} ${one.area.areaId}`}
              title={one.name}
              note={`${roleWords[one.role]} · ${one.area.name}`}
            />
          ))}
        </RowSheet>
      </Section>
    </div>
  );
}
