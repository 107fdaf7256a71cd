import './cases.css';
import type { CaseFile } from '#contract/cases/field/records.ts';
import { PictureRow } from './PhotoGrid.tsx';
import { VoiceRow } from './resident/VoiceRow.tsx';

interface CaseFilesProps {
  files: readonly CaseFile[];
  /** What the photos show, for those who do not see them. */
  word: string;
}

/** Photos to look at and talk to listen to. */
export function CaseFiles({ files, word }: CaseFilesProps) {
  const idsOf = (kind: string) =>
    files.filter(({ mediaType }) => mediaType.startsWith(kind)).map(({ fileId }) => fileId);
  return (
    <>
      <PictureRow fileIds={idsOf('image/')} word={word} />
      <VoiceRow fileIds={idsOf('audio/')} />
    </>
  );
}
