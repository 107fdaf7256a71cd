import { sheetsMax } from '#contract/cases/ledgers/endpoints.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import type { RegisterColumn } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { sheetWords as words } from './words.ts';

/** Opens the sheets of the ticked cases for print. */
export function PrintTicked({ ids }: { ids: readonly string[] }) {
  const navigate = useNavigate();
  if (ids.length === 0) return null;
  return (
    <Button
      small
      icon="printer"
      reason={ids.length > sheetsMax ? words.tooMany(sheetsMax) : undefined}
      onPress={() => void navigate({ to: '/case-sheets', search: { ids: ids.join(',') } as never })}
    >
      {ids.length === 1 ? words.printOne : words.printMany(ids.length)}
    </Button>
  );
}

/** The column by which cases are ticked. */
export const tickColumn = (
  ticked: readonly string[],
  onTick: (ids: readonly string[]) => void,
): RegisterColumn<CaseRow> => ({
  key: 'tick',
  title: words.tick,
  width: 44,
  render: ({ caseId, title }) => (
    <input
      type="checkbox"
      className="jia-sheet-tick"
      aria-label={words.choose(title)}
      checked={ticked.includes(caseId)}
      onChange={() =>
        onTick(ticked.includes(caseId) ? ticked.filter((one) => one !== caseId) : [...ticked, caseId])
      }
    />
  ),
});
