// Questions that only joint work asks: evidence and tags.
import { useEffect, useState } from 'react';
import { useOnline } from '#web/lib/online.ts';
import { Field } from '#web/ui/Field/Field.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { PhotoGrid } from '../PhotoGrid.tsx';
import { type Photo, useSendPhotos } from '../usePhotos.ts';
import { knownTags } from './words.ts';

interface FieldProps {
  label: string;
  optional: boolean;
  help?: string;
  value: readonly Option[];
  onChange: (value: Option[]) => void;
}

/** Photos go up at once; the answer is what the server has. */
export function FilesField({ value: _, onChange, ...common }: FieldProps) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const change = (key: string, part: Partial<Photo>) =>
    setPhotos((now) => now.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
  useSendPhotos({ photos, onChange: change, isOnline: useOnline() });
  const stored = photos.flatMap(({ fileId, name }) => (fileId ? [{ value: fileId, word: name }] : []));
  const ids = stored.map((one) => one.value).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each photo that is stored or taken away.
  useEffect(() => onChange(stored), [ids]);
  return (
    <Field {...common}>
      {() => (
        <PhotoGrid
          photos={photos}
          onAdd={(more) => setPhotos((now) => [...now, ...more])}
          onRetry={(key) => change(key, { problem: null })}
          onRemove={(key) => setPhotos((now) => now.filter((photo) => photo.key !== key))}
        />
      )}
    </Field>
  );
}

/** Tags in use first; what is typed may become one. */
export const searchTags = async (typed: string): Promise<Option[]> => {
  const known = knownTags.filter((tag) => tag.includes(typed));
  return [...new Set([...known, ...(typed ? [typed.slice(0, 12)] : [])])].map((tag) => ({
    value: tag,
    word: tag,
  }));
};

export function TagsField(props: FieldProps) {
  return <SearchField {...props} many search={searchTags} />;
}
