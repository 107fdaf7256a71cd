import { FindPage as Find } from '#web/features/cases/field/FindPage.tsx';
import { useNavigate } from '#web/lib/router.ts';
import { fieldPaths as paths } from './paths.ts';

/** ＋上报; afterwards back to where the shell begins. */
export function FindPage() {
  const navigate = useNavigate();
  return (
    <Find
      onDone={() => void navigate({ to: '/' as never })}
      onPaste={() => void navigate({ to: paths.paste as never })}
    />
  );
}
