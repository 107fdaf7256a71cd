import { useMayAnywhere } from '#web/lib/me.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { importWords as words } from './words.ts';

/** From a register to its import; only for those who may. */
export function ImportButton({ register }: { register: string }) {
  const navigate = useNavigate();
  if (!useMayAnywhere()('data.import')) return null;
  return (
    <Button
      small
      icon="upload"
      onPress={() => void navigate({ to: '/imports', search: { register } as never })}
    >
      {words.button}
    </Button>
  );
}
