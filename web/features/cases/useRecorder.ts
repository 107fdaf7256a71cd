import { useEffect, useRef, useState } from 'react';

/** A talk longer than this is two. */
const secondsMax = 120;

export interface Recording {
  /** Begins with `voice-`, so that a list of files tells talk from photos. */
  name: string;
  file: Blob;
}

const voiceName = 'voice-';
export const isVoice = ({ name }: { name: string }): boolean => name.startsWith(voiceName);
export const secondsOf = ({ name }: { name: string }): number => Number(/^voice-(\d+)/.exec(name)?.[1] ?? 0);

/** Records from the microphone of the phone until it is stopped. */
export function useRecorder(onRecorded: (recording: Recording) => void) {
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
      const taken = Math.max(1, Math.round((performance.now() - begun) / 1000));
      onRecorded({ name: `${voiceName}${taken}s`, file: new Blob(parts, { type: recorder.mimeType }) });
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
