import { Icon } from '#web/ui/Icon/Icon.tsx';
import { voiceWords as words } from '../resident/words.ts';
import type { Photo } from '../usePhotos.ts';
import { secondsOf, useRecorder } from '../useRecorder.ts';

interface VoiceCellProps {
  onRecorded: (voice: Photo) => void;
}

/** Beside the camera: one tap begins, one ends. */
export function VoiceCell({ onRecorded }: VoiceCellProps) {
  const recorder = useRecorder(({ name, file }) =>
    onRecorded({ key: crypto.randomUUID(), name, file, fileId: null, problem: null }),
  );
  const { seconds, isRefused } = recorder;
  return (
    <>
      <button
        type="button"
        className="jia-photo-add jia-voice-add"
        aria-pressed={seconds !== null}
        onClick={seconds === null ? recorder.start : recorder.stop}
      >
        <Icon name="mic" size={28} />
        <span>{seconds === null ? words.tap : words.stop(seconds)}</span>
      </button>
      {isRefused && <p className="jia-photos-left">{words.refused}</p>}
    </>
  );
}

/** Recordings of the report, each with what it waits for. */
export function VoiceList({ voices, ...on }: { voices: readonly Photo[] } & VoiceDeeds) {
  return voices.map((voice) => (
    <span key={voice.key} className="jia-report-voice">
      <Icon name="mic" size={20} />
      {words.length(secondsOf(voice))}
      {voice.fileId === null && voice.problem === null && <small>{words.waiting}</small>}
      {voice.problem !== null && (
        <button type="button" className="jia-link" onClick={() => on.onRetry(voice.key)}>
          {words.failed}
        </button>
      )}
      <button type="button" aria-label={words.remove} onClick={() => on.onRemove(voice.key)}>
        <Icon name="close" size={16} />
      </button>
    </span>
  ));
}

interface VoiceDeeds {
  onRetry: (key: string) => void;
  onRemove: (key: string) => void;
}
