import './Loading.css';
import { refusalOf } from '#web/lib/refusal.ts';
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

interface FailedProps {
  /** What the call ended with. */
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What went wrong and the way out: once more where that can help, else back. */
export function Failed({ error, onRetry }: FailedProps) {
  const refusal = refusalOf(error);
  return (
    <div className="jia-failed" role="alert">
      <p>{refusal.sentence}</p>
      {refusal.isFinal ? (
        <Button onPress={goBack}>{uiWords.back}</Button>
      ) : (
        onRetry && <Button onPress={onRetry}>{uiWords.retry}</Button>
      )}
    </div>
  );
}

/** Where one came from; who typed the address goes to the start of the shell. */
function goBack(): void {
  if (history.length > 2) history.back();
  else location.assign(`/${location.pathname.split('/')[1] ?? ''}/`);
}
