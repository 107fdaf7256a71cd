import './notifications.css';
import { useState } from 'react';
import { readPreferences } from '#contract/notifications/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { InboxList } from './InboxList.tsx';
import { ReadAll, useWhich } from './inboxParts.tsx';
import { PreferencesForm } from './PreferencesForm.tsx';
import { inboxWords, preferenceWords } from './words.ts';

/** The inbox on a phone, of residents and of the field. */
export function PhoneInboxPage() {
  const [unread, choice] = useWhich();
  const [isSetting, setIsSetting] = useState(cameFromWechat);
  if (isSetting)
    return (
      <>
        <PageHeader title={preferenceWords.title} onBack={() => setIsSetting(false)} />
        <Preferences />
      </>
    );
  return (
    <>
      <PageHeader title={inboxWords.title} onBack action={<ReadAll />} />
      {choice}
      <InboxList unread={unread} />
      <div className="jia-inbox-foot">
        <Button onPress={() => setIsSetting(true)}>{inboxWords.settings}</Button>
      </div>
    </>
  );
}

/** WeChat sends who agreed back to this page. */
const cameFromWechat = () => new URLSearchParams(location.search).has('code');

/** The inbox on the desk, with its settings at the right. */
export function DeskInboxPage() {
  const [unread, choice] = useWhich();
  return (
    <DeskPage title={inboxWords.title} figures={choice} actions={<ReadAll />}>
      <div className="jia-inbox-desk">
        <div>
          <InboxList unread={unread} />
        </div>
        <Section title={preferenceWords.title}>
          <Preferences />
        </Section>
      </div>
    </DeskPage>
  );
}

function Preferences() {
  const { data } = useRead(readPreferences);
  return <Sheet>{data && <PreferencesForm key={data.version} of={data} />}</Sheet>;
}
