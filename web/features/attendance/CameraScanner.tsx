import './attendance.css';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#web/ui/Button/Button.tsx';
import { codeReader } from './readCode.ts';
import { cameraWords as words } from './words.ts';

const lookMs = 200;
/** Wide enough for the densest code, small enough for an old phone. */
const pixelsMax = 640;

/** The camera at the back, until a code was read; the same code is told once. */
export function CameraScanner({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isDenied, setDenied] = useState(false);
  const tell = useRef(onCode);
  tell.current = onCode;

  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let last = '';
    const look = async (read: Awaited<ReturnType<typeof codeReader>>) => {
      const text = video.current ? await read(pictureOf(video.current)).catch(() => null) : null;
      if (isOver) return;
      if (text && text !== last) {
        last = text;
        tell.current(text);
      }
      timer = setTimeout(() => void look(read), lookMs);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || !video.current) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play();
      await look(await codeReader());
    };
    start().catch(() => setDenied(true));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, []);

  if (isDenied) return <p className="jia-hint">{words.denied}</p>;
  return (
    <div className="jia-camera">
      <video ref={video} muted playsInline aria-label={words.label} />
      <p className="jia-caption">{words.aim}</p>
      <Button kind="quiet" onPress={onClose}>
        {words.stop}
      </Button>
    </div>
  );
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function pictureOf(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, pixelsMax / Math.max(video.videoWidth, video.videoHeight, 1));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}
