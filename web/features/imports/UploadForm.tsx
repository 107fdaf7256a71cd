import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { getImport, readTemplate, uploadImport } from '#contract/imports/endpoints.ts';
import type { ImportRegister } from '#contract/imports/records.ts';
import { addressOf, upload } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { reading } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { importWords as words } from './words.ts';

interface UploadFormProps {
  registers: readonly ImportRegister[];
  chosen: ImportRegister | undefined;
  onChoose: (register: string) => void;
}

/** Which register, and the file: dropped or chosen. */
export function UploadForm({ registers, chosen, onChoose }: UploadFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: ({ file, register }: { file: File; register: string }) =>
      upload(uploadImport, file, { params: { register } }),
    onSuccess: (record) => {
      const { importId } = record;
      client.setQueryData(reading(getImport, { params: { importId } }).queryKey, record);
      void navigate({ to: '/imports/$importId', params: { importId } as never });
    },
  });
  const take = (file: File | undefined) => {
    if (file && chosen && !sending.isPending) sending.mutate({ file, register: chosen.register });
  };
  return (
    <div className="jia-import">
      <ChoiceChips
        label={words.register}
        choices={registers.map(({ register, title }) => ({ value: register, word: title }))}
        value={chosen?.register ?? null}
        onChange={onChoose}
      />
      {sending.error && <Banner kind="error">{sentenceOf(sending.error)}</Banner>}
      <DropZone isReady={chosen !== undefined} isBusy={sending.isPending} onFile={take}>
        {chosen && (
          <Button
            kind="quiet"
            icon="download"
            href={addressOf(readTemplate, { params: { register: chosen.register } })}
          >
            {words.template}
          </Button>
        )}
      </DropZone>
    </div>
  );
}

interface DropZoneProps {
  isReady: boolean;
  isBusy: boolean;
  onFile: (file: File | undefined) => void;
  children: React.ReactNode;
}

function DropZone({ isReady, isBusy, onFile, children }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const hover = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over && isReady);
  };
  const drop = (event: DragEvent) => {
    hover(false)(event);
    onFile(event.dataTransfer.files[0]);
  };
  const look = isReady ? (isOver ? ' jia-drop-over' : '') : ' jia-drop-off';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same by keyboard
    <div className={`jia-drop${look}`} onDragOver={hover(true)} onDragLeave={hover(false)} onDrop={drop}>
      <strong>{words.drop}</strong>
      <span className="jia-caption">{words.dropHelp}</span>
      <input
        ref={input}
        type="file"
        className="jia-unseen"
        tabIndex={-1}
        aria-label={words.choose}
        accept=".xlsx,.xlsm,.csv,.txt,.xls,.et"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <span className="jia-import-choices">
        <Button
          kind="primary"
          icon="upload"
          busy={isBusy && words.reading}
          reason={isReady ? undefined : words.registerFirst}
          onPress={() => input.current?.click()}
        >
          {words.choose}
        </Button>
        {children}
      </span>
    </div>
  );
}
