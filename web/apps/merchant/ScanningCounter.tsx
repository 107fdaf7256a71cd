import { CameraScanner } from '#web/features/attendance/CameraScanner.tsx';
import { CounterPage } from '#web/features/redemption/counter/CounterPage.tsx';

/** The counter with a camera: two features, composed here. */
export function ScanningCounter() {
  return <CounterPage camera={CameraScanner} />;
}
