import { Select } from 'antd';
import { useState } from 'react';
import { listAreas, readArea } from '#contract/territory/endpoints.ts';
import type { Level } from '#contract/territory/levels.ts';
import { levelWords } from '#contract/territory/words.ts';
import { useRead } from '#web/lib/query.ts';
import { uiWords } from '../words.ts';

interface AreaPickerProps {
  /** Ids that tie it to its label; `<Field>` gives them. */
  id?: string;
  /** Its name where no label stands beside it. */
  label?: string;
  value: string | null;
  onChange: (areaId: string | null) => void;
  /** Only places of this level. */
  level?: Level;
  /** Only places below this one. */
  below?: string;
}

/** Finds one place of the viewer's areas by a part of its name, another name or its code. */
export function AreaPicker({ id, label, value, onChange, level, below }: AreaPickerProps) {
  const [typed, setTyped] = useState('');
  const found = useRead(listAreas, {
    query: {
      limit: 30,
      ...(typed ? { search: typed } : {}),
      ...(level ? { level } : {}),
      ...(below ? { areaId: below } : {}),
    },
  });
  const chosen = useRead(readArea, { params: { areaId: value ?? '' } }, { enabled: value !== null });
  const options = (found.data?.items ?? []).map((area) => ({
    value: area.areaId,
    label: `${area.name} · ${levelWords[area.level]} ${area.code}`,
  }));
  if (chosen.data && !options.some((option) => option.value === value)) {
    options.unshift({
      value: chosen.data.areaId,
      label: chosen.data.chain
        .slice(1)
        .map((one) => one.name)
        .join(' · '),
    });
  }
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim().slice(0, 40)) }}
      allowClear
      value={value}
      loading={found.isFetching}
      options={options}
      placeholder={uiWords.areaPicker.placeholder}
      notFoundContent={found.isFetching ? uiWords.loading : uiWords.areaPicker.none}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}
