import './Loading.css';
import { Button } from '../Button/Button.tsx';
import { uiWords } from '../words.ts';

/** Wells in the shape of what will come; the word is for screen readers. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <div className="jia-loading" role="status">
      <span className="jia-unseen">{uiWords.loading}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="jia-loading-row" />
      ))}
    </div>
  );
}

/** What went wrong and the way out. */
export function Failed({ sentence, onRetry }: { sentence: string; onRetry?: (() => void) | undefined }) {
  return (
    <div className="jia-failed" role="alert">
      <p>{sentence}</p>
      {onRetry && <Button onPress={onRetry}>{uiWords.retry}</Button>}
    </div>
  );
}
