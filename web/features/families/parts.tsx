interface TickProps {
  word: string;
  note?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A box to tick, as wide as the line, so that a thumb finds it. */
export function Tick({ word, note, isOn, onChange }: TickProps) {
  return (
    <label className="jia-family-tick">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {word}
        {note && <small>{note}</small>}
      </span>
    </label>
  );
}
