import './identity.css';
import { useMutation } from '@tanstack/react-query';
import { listPersonas, signInAsPersona } from '#contract/identity/endpoints.ts';
import type { Persona } from '#contract/identity/records.ts';
import { call } from '#web/lib/call.ts';
import { useSignedIn } from '#web/lib/me.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { demoWords as words } from './words.ts';

/** One tap signs in as a person of the demo street; the endpoints exist in demo mode only. */
export function PersonasPage() {
  const personas = useRead(listPersonas);
  const signedIn = useSignedIn();
  const signIn = useMutation({
    mutationFn: ({ key }: Persona) => call(signInAsPersona, { body: { key } }),
    onSuccess: (me, { shell }) => {
      signedIn(me);
      location.assign(shell);
    },
  });
  if (personas.error instanceof ProblemError && personas.error.status === 404)
    return <EmptyState>{words.none}</EmptyState>;
  if (personas.error) return <Failed error={personas.error} onRetry={() => void personas.refetch()} />;
  if (!personas.data) return <Loading rows={6} />;
  return (
    <main className="jia-personas">
      <h1>{words.title}</h1>
      <p className="jia-text2">{words.intro(personas.data.street)}</p>
      {signIn.isPending && <Banner kind="notice">{words.signingIn}</Banner>}
      {signIn.error && <Banner kind="error">{sentenceOf(signIn.error)}</Banner>}
      <RowSheet>
        {personas.data.personas.map((persona) => (
          <ListRow
            key={persona.key}
            title={`${persona.name} · ${persona.role}`}
            note={`${persona.place}。${persona.does}`}
            trailing={<Tag>{words.shells[persona.shell]}</Tag>}
            onPress={() => !signIn.isPending && signIn.mutate(persona)}
          />
        ))}
      </RowSheet>
    </main>
  );
}
