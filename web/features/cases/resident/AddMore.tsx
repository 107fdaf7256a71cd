import { useState } from 'react';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { useOnline } from '#web/lib/online.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { PhotoGrid } from '../PhotoGrid.tsx';
import { type Photo, useSendPhotos } from '../usePhotos.ts';
import { addWords } from './words.ts';

interface AddMoreProps<E extends AnyEndpoint> {
  /** Adds to the case, or begins a new one from it. */
  endpoint: E;
  caseId: string;
  words: { question: string; text: string; send: string; cancel: string; busy: string; missing: string };
  /** Words are wanted, a photo alone does not say it. */
  textNeeded?: boolean;
  onClose: () => void;
  onDone: (output: OutputOf<E>) => void;
}

/** A sentence and photos about a case that is known already. */
export function AddMore<E extends AnyEndpoint>(props: AddMoreProps<E>) {
  const { endpoint, caseId, words, textNeeded = false, onClose, onDone } = props;
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const give = useCommand(endpoint, { onDone });
  const change = (key: string, more: Partial<Photo>) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { ...photo, ...more } : photo)));
  useSendPhotos({ photos, isOnline: useOnline(), onChange: change });
  const isEmpty = text.trim() === '' && (textNeeded || photos.length === 0);
  const isSending = photos.some(({ fileId }) => fileId === null);
  const fileIds = photos.flatMap(({ fileId }) => fileId ?? []);
  return (
    <ConfirmQuestion
      isOpen
      question={words.question}
      yes={words.send}
      no={words.cancel}
      yesReason={isEmpty ? words.missing : isSending ? addWords.wait : undefined}
      busy={give.isPending && words.busy}
      onNo={onClose}
      onYes={() =>
        give.mutate({ params: { caseId }, body: { text: text.trim(), fileIds } } as unknown as RequestOf<E>)
      }
    >
      <TextField
        label={words.text}
        value={text}
        rows={3}
        maxLength={2000}
        error={give.error ? sentenceOf(give.error) : undefined}
        onChange={setText}
      />
      <PhotoGrid
        photos={photos}
        onAdd={(added) => setPhotos((all) => [...all, ...added])}
        onRetry={(key) => change(key, { problem: null })}
        onRemove={(key) => setPhotos((all) => all.filter((photo) => photo.key !== key))}
      />
    </ConfirmQuestion>
  );
}
