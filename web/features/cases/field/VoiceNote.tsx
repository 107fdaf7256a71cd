import { useEffect, useRef, useState } from 'react';
import type { WaitingFile } from '#web/lib/store.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { fieldWords as words } from './words.ts';

/** A talk longer than this is two. */
const secondsMax = 120;

interface VoiceNoteProps {
  files: readonly WaitingFile[];
  onChange: (change: (files: readonly WaitingFile[]) => readonly WaitingFile[]) => void;
}

/** 说一段: kept on the phone like a photo, and sent with the deed. */
export function VoiceNote({ files, onChange }: VoiceNoteProps) {
  const recorder = useRecorder((file) => onChange((now) => [...now, file]));
  const voices = files.filter(({ name }) => name.startsWith(voiceName));
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
      <Button
        small
        kind="quiet"
        icon="mic"
        onPress={recorder.seconds === null ? recorder.start : recorder.stop}
      >
        {recorder.seconds === null ? words.speak : words.stopSpeaking(recorder.seconds)}
      </Button>
      {recorder.isRefused && <Banner kind="notice">{words.noVoice}</Banner>}
    </div>
  );
}

const voiceName = 'voice-';
const secondsOf = ({ name }: WaitingFile): number => Number(/^voice-(\d+)/.exec(name)?.[1] ?? 0);

function useRecorder(onRecorded: (file: WaitingFile) => void) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const running = useRef<MediaRecorder | null>(null);
  const [stop] = useState(() => () => {
    if (running.current?.state === 'recording') running.current.stop();
  });
  useEffect(() => stop, [stop]);
  useEffect(() => {
    if (seconds === null) return;
    if (seconds >= secondsMax) return stop();
    const tick = setTimeout(() => setSeconds(seconds + 1), 1000);
    return () => clearTimeout(tick);
  }, [seconds, stop]);
  const start = () => void record().catch(() => setRefused(true));
  const record = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream, recordingType());
    const begun = performance.now();
    running.current = recorder;
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      setSeconds(null);
      onRecorded(voiceFile(parts, recorder.mimeType, Math.round((performance.now() - begun) / 1000)));
    };
    recorder.start();
    setRefused(false);
    setSeconds(0);
  };
  return { seconds, isRefused, start, stop };
}

/** What the server takes, by what this phone can write. */
function recordingType(): MediaRecorderOptions {
  const mimeType = ['audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm;codecs=opus'].find((type) =>
    MediaRecorder.isTypeSupported(type),
  );
  return mimeType ? { mimeType } : {};
}

function voiceFile(parts: Blob[], mimeType: string, seconds: number): WaitingFile {
  return {
    key: crypto.randomUUID(),
    name: `${voiceName}${Math.max(1, seconds)}s`,
    file: new Blob(parts, { type: mimeType }),
    fileId: null,
    takenAt: new Date().toISOString(),
  };
}
