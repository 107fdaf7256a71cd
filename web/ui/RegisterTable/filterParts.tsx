import { Input } from 'antd';
import { AreaPicker } from '../AreaPicker/AreaPicker.tsx';

export interface PartProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** One day of a span. */
export function DayPart({ label, value, onChange }: PartProps) {
  return (
    <Input
      className="jia-filters-day"
      variant="filled"
      type="date"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** One place of the viewer and all below it. */
export function AreaPart({ label, value, onChange }: PartProps) {
  return (
    <div className="jia-filters-area">
      <AreaPicker label={label} value={value || null} onChange={(areaId) => onChange(areaId ?? '')} />
    </div>
  );
}
