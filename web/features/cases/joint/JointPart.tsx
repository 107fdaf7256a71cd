import './joint.css';
import type { ReactNode } from 'react';
import { readJoint, unrelateCase } from '#contract/cases/joint/endpoints.ts';
import type { CaseJoint } from '#contract/cases/joint/records.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { PictureRow } from '../PhotoGrid.tsx';
import { labels } from '../words.ts';
import { jointLabels, jointWords as words } from './words.ts';

type Named = Pick<CaseJoint['merged'][number], 'caseId' | 'number' | 'title' | 'status'>;

/** Tags, whistles, links, merged cases and exclusions: drawn only where there are some. */
export function JointPart({ record }: { record: CaseRecord }) {
  const { data } = useRead(readJoint, { params: { caseId: record.caseId } });
  if (!data) return null;
  return (
    <>
      {data.tags.length > 0 && (
        <div className="jia-joint-tags">
          {data.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
      )}
      {data.parent && (
        <Block title={words.parent}>
          <CaseLine of={data.parent} />
        </Block>
      )}
      {data.whistles.length > 0 && (
        <Block title={words.whistles}>
          {data.whistles.map((one) => (
            <CaseLine key={one.caseId} of={one} more={one.units.join('、')}>
              <Tag>{jointLabels.whistleType[one.whistleType]}</Tag>
              <StatusChip status={one.open ? 'waiting' : 'done'}>
                {one.open ? words.open : words.done}
              </StatusChip>
            </CaseLine>
          ))}
        </Block>
      )}
      <Links record={record} links={data.links} />
      {data.merged.length > 0 && (
        <Block title={words.merged}>
          {data.merged.map((one) => (
            <CaseLine key={one.caseId} of={one} />
          ))}
        </Block>
      )}
      {data.exclusions.map((one) => (
        <Exclusion key={one.exclusionId} of={one} />
      ))}
    </>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <Sheet>
        <ul className="jia-joint-list">{children}</ul>
      </Sheet>
    </Section>
  );
}

interface CaseLineProps {
  of: Named;
  more?: string;
  children?: ReactNode;
}

/** Number, title and state of another case; a title across areas is not told. */
export function CaseLine({ of, more, children }: CaseLineProps) {
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId: of.caseId } as never} className="jia-keep">
        {of.number}
      </Link>
      <span className="jia-joint-title">{of.title || words.untitled}</span>
      {more && <span className="jia-caption">{more}</span>}
      {children ?? <span className="jia-caption">{labels.status[of.status]}</span>}
    </li>
  );
}

function Links({ record, links }: { record: CaseRecord; links: CaseJoint['links'] }) {
  const unlink = useCommand(unrelateCase);
  if (links.length === 0) return null;
  return (
    <Block title={words.links}>
      {links.map((one) => (
        <CaseLine key={one.caseId} of={one}>
          <Tag>{jointLabels.linkKind[one.linkKind]}</Tag>
          {record.can.relate === true && (
            <Button
              kind="quiet"
              small
              onPress={() =>
                unlink.mutate({
                  params: { caseId: record.caseId },
                  body: { otherCaseId: one.caseId, version: record.version },
                })
              }
            >
              {words.unlink}
            </Button>
          )}
        </CaseLine>
      ))}
    </Block>
  );
}

function Exclusion({ of }: { of: CaseJoint['exclusions'][number] }) {
  const decided = of.decidedBy && of.decidedAt ? `${of.decidedBy} ${moment(of.decidedAt)}` : '';
  return (
    <Section title={words.exclusion} aside={jointLabels.exclusionDecision[of.decision]}>
      <Sheet>
        <div className="jia-stack">
          <Facts
            facts={[
              { label: words.exclusionReason, value: jointLabels.exclusionReason[of.reason] },
              { label: `${of.appliedBy} ${moment(of.appliedAt)}`, value: of.note },
              ...(decided ? [{ label: decided, value: of.decisionNote ?? '' }] : []),
            ]}
          />
          <PictureRow fileIds={of.fileIds} word={words.evidence} />
        </div>
      </Sheet>
    </Section>
  );
}
