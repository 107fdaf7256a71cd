import { useState } from 'react';
import { checkCertificate } from '#contract/attendance/endpoints.ts';
import { dayStamp, daysBetween } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Facts, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { hoursText, checkCertificateWords as words } from './words.ts';

const codeDigits = 16;

/** Anybody who holds a proof asks here whether it is genuine; without signing in. */
export function CheckCertificatePage({ code: given }: { code: string }) {
  const [typed, setTyped] = useState(given);
  const [asked, setAsked] = useState(given);
  const isShort = asked !== '' && asked.length < codeDigits;
  const { data, error } = useRead(
    checkCertificate,
    { params: { code: asked } },
    { enabled: asked !== '' && !isShort },
  );
  return (
    <main className="jia-public">
      <h1>{words.title}</h1>
      <TextField
        label={words.label}
        help={words.help}
        error={isShort ? words.short : undefined}
        value={typed}
        inputMode="numeric"
        maxLength={20}
        onChange={setTyped}
      />
      <Button kind="primary" onPress={() => setAsked(typed.replace(/\D/g, ''))}>
        {words.verb}
      </Button>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {data && (
        <Sheet>
          {data.holds ? (
            <StatusChip status="done">{words.holds}</StatusChip>
          ) : (
            <Banner kind="notice">{words.changed}</Banner>
          )}
          <Facts
            facts={[
              { label: words.name, value: data.name },
              { label: words.organisation, value: data.organisation },
              { label: words.span, value: daysBetween(data.fromOn, data.toOn) },
              { label: words.minutes, value: hoursText(data.minutes) },
              { label: words.count, value: words.times(data.count) },
              { label: words.issuedAt, value: dayStamp(data.issuedAt) },
            ]}
          />
        </Sheet>
      )}
    </main>
  );
}
