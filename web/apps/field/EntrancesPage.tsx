import { MyEntrancesPage } from '#web/features/coverage/MyEntrancesPage.tsx';
import { useNavigate } from '#web/lib/router.ts';
import { fieldPaths as paths } from './paths.ts';

/** My entrances; each opens its households. */
export function EntrancesPage() {
  const navigate = useNavigate();
  return (
    <MyEntrancesPage
      onOpen={(areaId) => void navigate({ to: paths.households as never, search: { areaId } as never })}
    />
  );
}
