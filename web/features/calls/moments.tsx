import { Field } from '#web/ui/Field/Field.tsx';

/** `2026-11-21T09:00` as typed in Beijing; the offset is fixed (no summer time since 1991). */
export const instantOf = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString();

/** The next full hour and later ones, as the input wants them. */
export const typedIn = (hours: number, now = new Date()): string => {
  const hourMs = 3_600_000;
  const at = (Math.floor(now.getTime() / hourMs) + hours) * hourMs + 8 * hourMs;
  return new Date(at).toISOString().slice(0, 16);
};

export function MomentField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <input
          {...ids}
          className="jia-input"
          type="datetime-local"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
