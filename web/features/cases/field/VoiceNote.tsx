import type { WaitingFile } from '#web/lib/store.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { isVoice, secondsOf, useRecorder } from '../useRecorder.ts';
import { fieldWords as words } from './words.ts';

interface VoiceNoteProps {
  /** No more of them are taken. */
  isFull?: boolean;
  files: readonly WaitingFile[];
  onChange: (change: (files: readonly WaitingFile[]) => readonly WaitingFile[]) => void;
}

/** 说一段: kept on the phone like a photo, and sent with the deed. */
export function VoiceNote({ files, isFull = false, onChange }: VoiceNoteProps) {
  const recorder = useRecorder((taken) =>
    onChange((now) => [
      ...now,
      { ...taken, key: crypto.randomUUID(), fileId: null, takenAt: new Date().toISOString() },
    ]),
  );
  const voices = files.filter(isVoice);
  return (
    <div className="jia-voice">
      {voices.map((voice) => (
        <span key={voice.key} className="jia-voice-kept">
          <Icon name="mic" size={20} />
          {words.voice(secondsOf(voice))}
          <button
            type="button"
            aria-label={words.removeVoice}
            onClick={() => onChange((now) => now.filter(({ key }) => key !== voice.key))}
          >
            <Icon name="close" size={16} />
          </button>
        </span>
      ))}
      {!isFull && (
        <Button
          small
          kind="quiet"
          icon="mic"
          onPress={recorder.seconds === null ? recorder.start : recorder.stop}
        >
          {recorder.seconds === null ? words.speak : words.stopSpeaking(recorder.seconds)}
        </Button>
      )}
      {recorder.isRefused && <Banner kind="notice">{words.noVoice}</Banner>}
    </div>
  );
}
