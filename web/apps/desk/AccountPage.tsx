import { ChangePasswordForm } from '#web/features/identity/ChangePasswordForm.tsx';
import { OwnDelegations } from '#web/features/identity/OwnDelegations.tsx';
import { SecondFactorForm } from '#web/features/identity/SecondFactorForm.tsx';
import { SignOutButton } from '#web/features/identity/SignOutButton.tsx';
import { passwordWords, postWords, secondFactorWords } from '#web/features/identity/words.ts';
import { useMe } from '#web/lib/me.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Section } from '#web/ui/Section/Section.tsx';

export function AccountPage() {
  const { data: me } = useMe();
  if (!me) return null;
  return (
    <DeskPage title={me.name} actions={<SignOutButton />}>
      <div className="jia-account">
        <Section title={postWords.own}>
          <OwnDelegations me={me} />
        </Section>
        <Section title={secondFactorWords.title}>
          <SecondFactorForm />
        </Section>
        <Section
          title={passwordWords.title}
          aside={me.passwordExpiresOn && passwordWords.expires(me.passwordExpiresOn)}
        >
          <ChangePasswordForm />
        </Section>
      </div>
    </DeskPage>
  );
}
