import type { CaseRecord } from '#contract/cases/records.ts';
import { type CaseRelations, groupCases } from '#contract/cases/suggest.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels } from '../words.ts';
import { useKeys } from './useKeys.ts';
import { deskLabels, deskWords as words } from './words.ts';

interface BesideProps {
  record: CaseRecord;
  relations: CaseRelations;
  /** Null until the viewer has chosen: then the surest stand picked. */
  picked: readonly string[] | null;
  onPick: (ids: readonly string[]) => void;
  onGrouped: (sentence: string) => void;
}

/** Above this two cases are picked for the viewer, who may unpick them. */
const surelyAlike = 0.75;

/** Cases alike to be merged, one cause behind several, and what this address had before. */
export function Beside({ record, relations, picked, onPick, onGrouped }: BesideProps) {
  const { similar, rootCause, group, history } = relations;
  const surest = similar.filter(({ score }) => score >= surelyAlike).map(({ caseId }) => caseId);
  const chosen = picked ?? surest;
  const merge = useCommand(groupCases);
  const may = record.can.merge === true || record.can.relate === true;
  const join = (caseIds: readonly string[]) => {
    if (caseIds.length === 0 || merge.isPending) return;
    merge.mutate(
      { params: { caseId: record.caseId }, body: { caseIds: [...caseIds], version: record.version } },
      {
        onSuccess: ({ merged, linked }) => {
          onPick([]);
          onGrouped(words.merged(merged, linked));
        },
      },
    );
  };
  useKeys({ m: may ? () => join(chosen) : undefined });
  const others = rootCause?.cases.filter(({ caseId }) => caseId !== record.caseId) ?? [];
  return (
    <>
      {merge.error && <Banner kind="error">{sentenceOf(merge.error)}</Banner>}
      {rootCause && others.length > 0 && (
        <Banner
          kind="notice"
          {...(may
            ? {
                action: {
                  word: words.groupAll(others.length),
                  onPress: () => join(others.map((one) => one.caseId)),
                },
              }
            : {})}
        >
          {words.rootCause(rootCause.area.name, rootCause.matter.name, rootCause.cases.length)}
        </Banner>
      )}
      {group && group.root.caseId !== record.caseId && (
        <p className="jia-caption">
          {words.belongsTo} <CaseLink {...group.root} />
        </p>
      )}
      {similar.length > 0 && (
        <Similar similar={similar} chosen={chosen} onPick={onPick} onJoin={may ? () => join(chosen) : null} />
      )}
      {history.length > 0 && <History history={history} />}
    </>
  );
}

interface SimilarProps extends Pick<CaseRelations, 'similar'> {
  chosen: readonly string[];
  onPick: (ids: readonly string[]) => void;
  /** Null where the viewer may not join cases. */
  onJoin: (() => void) | null;
}

function Similar({ similar, chosen, onPick, onJoin }: SimilarProps) {
  const toggle = (id: string) =>
    onPick(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const verb = onJoin && (
    <Button small shortcut="M" reason={chosen.length === 0 ? words.mergeMissing : undefined} onPress={onJoin}>
      {words.merge(chosen.length)}
    </Button>
  );
  return (
    <Section title={words.same(similar.length)} aside={verb}>
      <Sheet>
        <ul className="jia-beside">
          {similar.map((one) => (
            <li key={one.caseId}>
              {onJoin && (
                <input
                  type="checkbox"
                  aria-label={words.pick(one.title)}
                  checked={chosen.includes(one.caseId)}
                  onChange={() => toggle(one.caseId)}
                />
              )}
              <CaseLink {...one} />
              <span className="jia-beside-title">{one.title}</span>
              <span className="jia-caption">{whyAlike(one)}</span>
              <Tag>{labels.status[one.status]}</Tag>
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

const whyAlike = ({ reportedAt, reason, metres }: CaseRelations['similar'][number]): string =>
  [
    moment(reportedAt),
    deskLabels.alike[reason],
    reason === 'near' && metres !== null ? words.metres(metres) : '',
  ]
    .filter(Boolean)
    .join(' · ');

function History({ history }: Pick<CaseRelations, 'history'>) {
  return (
    <Section title={words.history(history.length)}>
      <Sheet>
        <ul className="jia-beside">
          {history.slice(0, 5).map((one) => (
            <li key={one.caseId}>
              <CaseLink {...one} />
              <span className="jia-beside-title">{one.title}</span>
              <span className="jia-caption">
                {[moment(one.reportedAt), one.matter?.name].filter(Boolean).join(' · ')}
              </span>
              <Tag>{one.solved ? labels.solved[one.solved] : labels.status[one.status]}</Tag>
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

/** The last four of the number tell cases of a day apart. */
const CaseLink = ({ caseId, number }: { caseId: string; number: string }) => (
  <Link to="/cases/$caseId" params={{ caseId } as never} className="jia-keep" title={number}>
    {number.slice(-4)}
  </Link>
);
