import { pictureOf } from '../usePhotos.ts';
import { voiceWords as words } from './words.ts';

/** Recordings of a record, to be listened to. */
export function VoiceRow({ fileIds }: { fileIds: readonly string[] }) {
  return fileIds.map((fileId, index) => (
    // biome-ignore lint/a11y/useMediaCaption: what a neighbour says into the phone has no captions
    <audio
      key={fileId}
      className="jia-voice-play"
      controls
      preload="none"
      src={pictureOf(fileId, 'full')}
      aria-label={`${words.listen} ${index + 1}`}
    />
  ));
}
