import './people.css';
import { roleWords } from '#contract/identity/words.ts';
import { copyMine, type MyData, readMine } from '#contract/people/mine.ts';
import { addressOf } from '#web/lib/call.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { MyChildren } from './MyChildren.tsx';
import { MyConsents } from './MyConsents.tsx';
import { MyCorrection } from './MyCorrection.tsx';
import { MyErasure } from './MyErasure.tsx';
import { MyNotice } from './MyNotice.tsx';
import { personText } from './parts.tsx';
import { labels, listMark, myDataWords as words } from './words.ts';

/** What the register knows about me, who looked, what I allowed; and how to take it, mend it, end it. */
export function MyDataPage() {
  const { data, error, refetch } = useRead(readMine);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Everything data={data} />}
    </>
  );
}

function Everything({ data }: { data: MyData }) {
  return (
    <>
      {!data.notice.acceptedAt && <MyNotice notice={data.notice} />}
      <Section title={words.known}>
        <Sheet>
          <Facts facts={factsOf(data)} />
        </Sheet>
        <MyCorrection corrections={data.corrections} />
      </Section>
      <Looks looks={data.looks} />
      <MyConsents personId={data.personId} consents={data.consents} />
      <MyChildren items={data.children} />
      <Section title={words.copy}>
        <div className="jia-person-verbs">
          <Button icon="download" href={addressOf(copyMine, { query: { format: 'xlsx' } })}>
            {words.copySheet}
          </Button>
          <Button icon="download" href={addressOf(copyMine, { query: { format: 'json' } })}>
            {words.copyJson}
          </Button>
        </div>
      </Section>
      <Section title={words.retention}>
        <Sheet>
          <Facts
            facts={data.retention.map(({ purpose, years }) => ({
              label: years === null ? words.whileHere : words.years(years),
              value: labels.retention[purpose] ?? purpose,
            }))}
          />
        </Sheet>
      </Section>
      <MyErasure erasure={data.erasure} />
      {data.notice.acceptedAt && <MyNotice notice={data.notice} />}
    </>
  );
}

function factsOf(data: MyData) {
  const { fields } = words;
  const { household } = data;
  const facts: [string, string | null][] = [
    [fields.name, data.name],
    [fields.sex, data.sex && labels.sex[data.sex]],
    [fields.bornOn, data.bornOn],
    [fields.phone, data.phone],
    [fields.idNumber, data.idNumber],
    [fields.address, data.address],
    [
      fields.household,
      household && words.household(labels.houseUse[household.houseUse], household.memberCount),
    ],
    [fields.relation, data.relation && labels.relation[data.relation]],
    [fields.careTags, personText.tags(data.careTags)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function Looks({ looks }: { looks: MyData['looks'] }) {
  return (
    <Section title={words.looks}>
      {looks.length === 0 ? (
        <p className="jia-caption">{words.looksNone}</p>
      ) : (
        <RowSheet>
          {looks.map((look) => (
            <ListRow
              key={`${look.at}${look.byName}${look.purpose}`}
              title={[roleOf(look.byRole), look.byName].filter(Boolean).join(' ')}
              note={`${moment(look.at)} · ${words.lookNote(
                labels.revealPurpose[look.purpose],
                look.fields.map((field) => labels.revealField[field]).join(listMark),
              )}`}
            />
          ))}
        </RowSheet>
      )}
    </Section>
  );
}

const roleOf = (role: string | null): string =>
  role && role in roleWords ? roleWords[role as keyof typeof roleWords] : '';
