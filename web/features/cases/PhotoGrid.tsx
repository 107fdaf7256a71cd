import './cases.css';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { type Photo, photosMax, pictureOf, takenPhoto } from './usePhotos.ts';
import { photoWords as words } from './words.ts';

interface PhotoGridProps {
  photos: readonly Photo[];
  onAdd: (photos: Photo[]) => void;
  onRetry: (key: string) => void;
  onRemove: (key: string) => void;
  /** 处理前, 处理后: what the next photo shows. */
  word?: string;
  /** Another cell at the end: the microphone. */
  children?: ReactNode;
}

/** Photos as squares, the last cell takes another; each says when it has not gone up. */
export function PhotoGrid({ photos, onAdd, onRetry, onRemove, word = words.take, children }: PhotoGridProps) {
  const id = useId();
  const [left, setLeft] = useState(0);
  return (
    <div className="jia-photos">
      {photos.map((photo, index) => (
        <PhotoCell
          key={photo.key}
          photo={photo}
          place={index + 1}
          onRetry={() => onRetry(photo.key)}
          onRemove={() => onRemove(photo.key)}
        />
      ))}
      {photos.length < photosMax && (
        <label className="jia-photo-add" htmlFor={id}>
          <Icon name="camera" size={28} />
          <span>{photos.length === 0 ? word : words.another}</span>
          <input
            id={id}
            className="jia-unseen"
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              const room = photosMax - photos.length;
              setLeft(Math.max(0, chosen.length - room));
              onAdd(chosen.slice(0, room).map(takenPhoto));
              event.target.value = '';
            }}
          />
        </label>
      )}
      {children}
      {left > 0 && (
        <p className="jia-photos-left" role="status">
          {words.tooMany(photosMax, left)}
        </p>
      )}
    </div>
  );
}

interface PhotoCellProps {
  photo: Photo;
  place: number;
  onRetry: () => void;
  onRemove: () => void;
}

function PhotoCell({ photo, place, onRetry, onRemove }: PhotoCellProps) {
  const source = useSource(photo);
  return (
    <figure className="jia-photo">
      {source && <img src={source} alt={words.nth(place)} />}
      {photo.fileId === null && photo.problem === null && (
        <span className="jia-photo-state">{words.waiting}</span>
      )}
      {photo.problem !== null && (
        <button type="button" className="jia-photo-state" title={photo.problem} onClick={onRetry}>
          {words.failed}
        </button>
      )}
      <button type="button" className="jia-photo-remove" aria-label={words.remove(place)} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </figure>
  );
}

/** From the phone while it waits, from the server afterwards. */
function useSource({ file, fileId }: Photo): string | null {
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setOwn(null);
    const address = URL.createObjectURL(file);
    setOwn(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return fileId ? pictureOf(fileId) : own;
}

interface PictureRowProps {
  /** Files as the record names them. */
  fileIds: readonly string[];
  /** What they show, for those who do not see them. */
  word: string;
}

/** Photos of a record; a tap opens the whole picture. */
export function PictureRow({ fileIds, word }: PictureRowProps) {
  if (fileIds.length === 0) return null;
  return (
    <div className="jia-photos">
      {fileIds.map((fileId, index) => (
        <a
          key={fileId}
          className="jia-photo"
          href={pictureOf(fileId, 'full')}
          target="_blank"
          rel="noreferrer"
        >
          <img src={pictureOf(fileId)} alt={`${word} ${index + 1}`} loading="lazy" />
        </a>
      ))}
    </div>
  );
}
