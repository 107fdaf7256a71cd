import './Figure.css';

interface FigureProps {
  /** Already formatted: `96.2`, `75,000`. */
  value: string | number;
  unit?: string;
  /** What it counts. */
  word?: string;
  /** Red only for what is overdue. */
  tone?: 'plain' | 'late' | 'give';
  size?: 'row' | 'display';
  /** Tells how it is counted and as of when. */
  note?: string;
}

/** Value big, unit small. */
export function Figure({ value, unit, word, tone = 'plain', size = 'row', note }: FigureProps) {
  return (
    <span className={`jia-figure jia-figure-${tone} jia-figure-${size}`}>
      <span className="jia-figure-value">
        {value}
        {unit && <span className="jia-figure-unit">{unit}</span>}
      </span>
      {word && <span className="jia-figure-word">{word}</span>}
      {note && <span className="jia-figure-note">{note}</span>}
    </span>
  );
}
