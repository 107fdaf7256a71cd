import type { BoundaryMatch, MapArea } from '#contract/territory/records.ts';
import { figure } from '#web/lib/formats.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { boundaryWords, importBoundaryWords as words } from './words.ts';

interface BoundaryMatchesProps {
  matches: readonly BoundaryMatch[];
  /** Undefined once they are in force. */
  onAssign: ((feature: number, areaId: string | null) => void) | undefined;
}

const lamps: Record<BoundaryMatch['state'], Status> = {
  matched: 'done',
  unmatched: 'waiting',
  faulty: 'overdue',
  outside_your_area: 'paused',
};

/** What would become of every shape: drawn, and listed with what is wrong. */
export function BoundaryMatches({ matches, onAssign }: BoundaryMatchesProps) {
  return (
    <>
      <AreaMap title={words.title} areas={matches.flatMap(onMap)} plain />
      <div className="jia-map-table">
        <table>
          <thead>
            <tr>
              {Object.values(words.columns).map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matches.map((match) => (
              <tr key={match.feature}>
                <td>{match.feature}</td>
                <td>{[match.given.code, match.given.name].filter(Boolean).join(' ')}</td>
                <td>
                  <StatusChip status={lamps[match.state]}>{words.states[match.state]}</StatusChip>
                </td>
                <td>
                  {match.area && match.state !== 'unmatched'
                    ? `${match.area.name}${match.matchedBy ? `（${words.matchedBy[match.matchedBy]}）` : ''}`
                    : onAssign && (
                        <AreaPicker value={null} onChange={(areaId) => onAssign(match.feature, areaId)} />
                      )}
                </td>
                <td className="jia-map-number">
                  {match.areaM2 !== null && boundaryWords.area(figure(match.areaM2))}
                </td>
                <td>{[match.problem, ...match.warnings].map((said) => said?.message).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function onMap({ feature, shape, label, area, given }: BoundaryMatch): MapArea[] {
  if (!shape || !label) return [];
  return [
    {
      areaId: `${feature}`,
      level: 'grid',
      code: given.code ?? '',
      name: area?.name ?? given.name ?? `${feature}`,
      gridType: null,
      label,
      schematic: false,
      shape,
    },
  ];
}
