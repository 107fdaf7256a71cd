import { coverageWords as words } from './words.ts';

/** Households for each worker against the target: a bar from zero with a tick, and the sentence beside it. */
export function TargetBar({ value, target }: { value: number | null; target: number }) {
  if (value === null) return <span className="jia-target-none">{words.noWorker}</span>;
  const ends = Math.max(target * 2, value);
  const over = value - target;
  return (
    <div className="jia-target">
      <span>
        <strong>{value}</strong> {words.perWorker}
      </span>
      <svg viewBox="0 0 160 14" width={160} height={14} aria-hidden="true">
        <rect x={0} y={4} width={160} height={6} className="jia-target-ground" />
        <rect x={0} y={4} width={(value / ends) * 160} height={6} className="jia-target-bar" />
        <path d={`M${(target / ends) * 160} 0v14`} className="jia-target-tick" />
      </svg>
      <span className="jia-caption">
        {words.target(target)} · {over > 0 ? words.above(over) : words.within}
      </span>
    </div>
  );
}
