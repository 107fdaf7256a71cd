import { useEffect, useRef } from 'react';
import { bindWechat, unbindWechat } from '#contract/notifications/endpoints.ts';
import type { NotificationPreferences } from '#contract/notifications/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { preferenceWords as words } from './words.ts';

/** Joins the account to the street's service account; WeChat comes back here with a code. */
export function WechatBinding({ of }: { of: NotificationPreferences['wechat'] }) {
  const bind = useCommand(bindWechat);
  const unbind = useCommand(unbindWechat);
  const code = new URLSearchParams(location.search).get('code');
  const asked = useRef(false);
  const { mutate } = bind;
  useEffect(() => {
    if (!code || of.bound || asked.current) return;
    asked.current = true;
    mutate({ body: { code } });
  }, [code, of.bound, mutate]);
  if (!of.offered) return null;
  return (
    <div className="jia-preferences">
      <strong>{words.wechat}</strong>
      {bind.isError && <Banner kind="error">{sentenceOf(bind.error)}</Banner>}
      <p className="jia-caption">{of.bound ? words.wechatBound : words.wechatOpen}</p>
      {of.bound ? (
        <Button onPress={() => unbind.mutate({})}>{words.unbind}</Button>
      ) : (
        of.authorizeUrl && <Button href={of.authorizeUrl}>{words.bind}</Button>
      )}
    </div>
  );
}
