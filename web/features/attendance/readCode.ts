// A code out of a picture: by the browser where it can, else by a library that is fetched on first use.
type Reader = (canvas: HTMLCanvasElement) => Promise<string | null>;

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
type DetectorClass = { new (options: { formats: string[] }): Detector };

export async function codeReader(): Promise<Reader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (own) {
    const detector = new own({ formats: ['qr_code'] });
    return async (canvas) => (await detector.detect(canvas))[0]?.rawValue ?? null;
  }
  const { default: library } = await import('jsqr');
  // The package was built for two kinds of modules: bundlers unwrap it, the compiler does not.
  const jsQr = (typeof library === 'function' ? library : library.default) as typeof library.default;
  return async (canvas) => {
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    if (!drawing || canvas.width === 0) return null;
    const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    return jsQr(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
  };
}
