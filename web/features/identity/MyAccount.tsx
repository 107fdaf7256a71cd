import { setMode, useMode } from '#web/lib/elder.ts';
import { useMe } from '#web/lib/me.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { say } from '#web/ui/say.ts';
import { MyPosts } from './MyPosts.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { accountWords as words } from './words.ts';

/** The own account on the phone: who I am, my offices, the version, the way out. */
export function MyAccount() {
  const { data: me } = useMe();
  const isElder = useMode() === 'elder';
  if (!me) return null;
  return (
    <>
      <RowSheet>
        <ListRow
          leading={<Icon name="person" />}
          title={me.name || words.noPost}
          note={`${me.street.district}${me.street.name}`}
        />
        <ListRow
          leading={<Icon name="speaker" />}
          title={isElder ? words.standard : words.elder}
          note={isElder ? undefined : words.elderNote}
          onPress={() => {
            setMode(isElder ? 'standard' : 'elder');
            void say(isElder ? words.nowStandard : words.nowElder);
          }}
        />
      </RowSheet>
      <MyPosts me={me} />
      <SignOutButton />
    </>
  );
}
