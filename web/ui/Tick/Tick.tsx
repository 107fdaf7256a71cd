import './Tick.css';
import type { ReactNode } from 'react';

interface TickProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** What the box says. */
  children: ReactNode;
  /** What it means, below it. */
  note?: ReactNode;
  /** How it stands, at the end of the line. */
  trailing?: ReactNode;
  isDisabled?: boolean;
}

/** A box to tick, as wide as the line, so that a thumb finds it. */
export function Tick({ isOn, onChange, children, note, trailing, isDisabled = false }: TickProps) {
  return (
    <label className="jia-tick">
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="jia-tick-text">
        {children}
        {note && <small>{note}</small>}
      </span>
      {trailing && <small className="jia-tick-trailing">{trailing}</small>}
    </label>
  );
}
