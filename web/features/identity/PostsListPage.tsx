import './identity.css';
import { useState } from 'react';
import { listPosts } from '#contract/identity/endpoints.ts';
import type { PostRecord } from '#contract/identity/records.ts';
import { type Role, roles } from '#contract/identity/roles.ts';
import { roleWords, staffingWords } from '#contract/identity/words.ts';
import { moment } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { AssignPostForm } from './AssignPostForm.tsx';
import { DelegatePostForm } from './DelegatePostForm.tsx';
import { EndPostQuestion } from './EndPostQuestion.tsx';
import { postWords as words } from './words.ts';

type Deed = { kind: 'end' | 'delegate'; post: PostRecord };

/** Who holds which office, where, until when. */
export function PostsListPage() {
  const [filters, setFilters] = useFilters();
  const [isAssigning, setAssigning] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const mayAssign = useMayAnywhere()('post.assign');
  const { role, when, search } = filters;
  const rows = usePages(listPosts, {
    query: {
      ...(role ? { role: role as Role } : {}),
      ...(when === 'ended' || when === 'all' ? { when } : {}),
      ...(search ? { search } : {}),
    },
  });
  return (
    <DeskPage
      title={words.title}
      actions={
        mayAssign && (
          <Button kind="primary" icon="plus" onPress={() => setAssigning(true)}>
            {words.assign}
          </Button>
        )
      }
    >
      <RegisterTable
        name="posts"
        rows={rows}
        rowKey={({ postId }) => postId}
        columns={[...columns, actColumn(setDeed)]}
        empty={<EmptyState>{Object.keys(filters).length > 0 ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isAssigning && <AssignPostForm onClose={() => setAssigning(false)} />}
      {deed?.kind === 'end' && <EndPostQuestion post={deed.post} onClose={() => setDeed(null)} />}
      {deed?.kind === 'delegate' && <DelegatePostForm post={deed.post} onClose={() => setDeed(null)} />}
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'role',
    label: words.roleLabel,
    all: words.roleAll,
    choices: roles.map((value) => ({ value, word: roleWords[value] })),
  },
  {
    kind: 'choice',
    key: 'when',
    label: words.whenLabel,
    all: words.when.current,
    choices: [
      { value: 'ended', word: words.when.ended },
      { value: 'all', word: words.when.all },
    ],
  },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const columns: readonly RegisterColumn<PostRecord>[] = [
  { key: 'holder', title: words.columns.holder, render: ({ holderName }) => holderName },
  { key: 'role', title: words.columns.role, render: ({ role }) => roleWords[role] },
  { key: 'area', title: words.columns.area, render: ({ areaName }) => areaName },
  {
    key: 'organisation',
    title: words.columns.organisation,
    isExtra: true,
    render: ({ organisationName }) => organisationName,
  },
  {
    key: 'staffing',
    title: words.columns.staffing,
    isExtra: true,
    render: ({ staffing }) => staffing && staffingWords[staffing],
  },
  {
    key: 'dates',
    title: words.columns.dates,
    render: ({ startsOn, endsOn }) => words.since(startsOn, endsOn),
  },
  {
    key: 'delegation',
    title: words.columns.delegation,
    render: ({ delegation }) => delegation && words.deputy(delegation.deputyName, moment(delegation.endsAt)),
  },
  { key: 'phone', title: words.columns.phone, isExtra: true, render: ({ holderPhone }) => holderPhone },
];

function actColumn(onAct: (deed: Deed) => void): RegisterColumn<PostRecord> {
  return {
    key: 'act',
    title: words.columns.act,
    render: (post) => (
      <>
        {(post.can.delegate === true || post.delegation) && (
          <Button kind="quiet" small onPress={() => onAct({ kind: 'delegate', post })}>
            {words.delegate}
          </Button>
        )}
        {post.can.end === true && (
          <Button kind="quiet" small onPress={() => onAct({ kind: 'end', post })}>
            {words.end}
          </Button>
        )}
      </>
    ),
  };
}
