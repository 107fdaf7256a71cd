import { useEffect, useId, useState } from 'react';
import type { CaseFile } from '#contract/cases/field/records.ts';
import { clock } from '#web/lib/formats.ts';
import type { WaitingFile } from '#web/lib/store.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { pictureOf } from '../usePhotos.ts';
import { takenFile } from './shrink.ts';
import { fieldWords as words } from './words.ts';

type Phase = 'before' | 'after';
const both: readonly Phase[] = ['before', 'after'];

interface ProofPhotosProps {
  /** Already with the server. */
  stored?: readonly CaseFile[];
  files: readonly WaitingFile[];
  phases?: readonly Phase[];
  /** No more of them are taken. */
  isFull?: boolean;
  onChange: (change: (files: readonly WaitingFile[]) => readonly WaitingFile[]) => void;
}

/** 处理前 and 处理后 side by side: the work is its own proof. */
export function ProofPhotos({
  stored = [],
  files,
  phases = both,
  isFull = false,
  onChange,
}: ProofPhotosProps) {
  return (
    <div className="jia-proof">
      {phases.map((phase) => (
        <div key={phase} className="jia-proof-side">
          {stored
            .filter((file) => file.phase === phase)
            .map((file) => (
              <figure key={file.fileId}>
                <img src={pictureOf(file.fileId)} alt={words[phase]} />
                <figcaption>{words.taken(words[phase], file.takenAt ? clock(file.takenAt) : '')}</figcaption>
              </figure>
            ))}
          {files
            .filter((file) => file.phase === phase)
            .map((file) => (
              <WaitingPhoto
                key={file.key}
                file={file}
                word={words[phase]}
                onRemove={() => onChange((now) => now.filter(({ key }) => key !== file.key))}
              />
            ))}
          {!isFull && (
            <TakePhoto
              word={words.take(words[phase])}
              onTaken={(taken) => onChange((now) => [...now, ...taken])}
              phase={phase}
            />
          )}
        </div>
      ))}
    </div>
  );
}

interface WaitingPhotoProps {
  file: WaitingFile;
  word: string;
  onRemove: () => void;
}

export function WaitingPhoto({ file, word, onRemove }: WaitingPhotoProps) {
  const source = useSource(file.file);
  return (
    <figure>
      {source && <img src={source} alt={word} />}
      <button
        type="button"
        className="jia-photo-remove"
        aria-label={words.removePhoto(word)}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
      <figcaption>
        {words.taken(word, file.takenAt ? clock(file.takenAt) : '')}
        <span className="jia-proof-waits">
          <Icon name="offline" size={16} />
          {words.waitingUp}
        </span>
      </figcaption>
    </figure>
  );
}

function useSource(file: Blob | null): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setSource(null);
    const address = URL.createObjectURL(file);
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return source;
}

interface TakePhotoProps {
  word: string;
  phase?: Phase;
  onTaken: (files: WaitingFile[]) => void;
}

/** Opens the camera; what it takes is kept small and without its place. */
export function TakePhoto({ word, phase, onTaken }: TakePhotoProps) {
  const id = useId();
  return (
    <label className="jia-photo-add" htmlFor={id}>
      <Icon name="camera" size={28} />
      <span>{word}</span>
      <input
        id={id}
        className="jia-unseen"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void Promise.all(chosen.map((file) => takenFile(file, phase))).then(onTaken);
        }}
      />
    </label>
  );
}
