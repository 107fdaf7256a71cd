import type { CandidateRecord, ResidentActivity, SessionRecord } from '#contract/activities/records.ts';
import { activitiesProblems } from '#contract/activities/words.ts';
import { Link } from '#web/lib/router.ts';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import type { Chosen } from './signUp.ts';
import { signUpWords as words } from './words.ts';

interface PartProps {
  activity: ResidentActivity;
  chosen: Chosen;
  onChange: (changes: Partial<Chosen>) => void;
}

interface WhoProps extends PartProps {
  session: SessionRecord;
  people: readonly CandidateRecord[];
  familyPath: string;
}

/** Everybody the viewer may bring, with why somebody cannot come. */
export function Who({ activity, session, people, chosen, familyPath, onChange }: WhoProps) {
  const toggle = (personId: string) =>
    onChange({
      personIds: chosen.personIds.includes(personId)
        ? chosen.personIds.filter((id) => id !== personId)
        : [...chosen.personIds, personId],
    });
  return (
    <Section title={words.who} aside={<Link to={familyPath as never}>{words.addFamily}</Link>}>
      <Sheet>
        {people.map((one) => (
          <Tick
            key={one.personId}
            isDisabled={one.may !== true}
            isOn={chosen.personIds.includes(one.personId)}
            onChange={() => toggle(one.personId)}
            trailing={noteOf(one, activity)}
          >
            {one.name}
          </Tick>
        ))}
        {session.posts.length > 0 && (
          <ChoiceChips
            label={words.post}
            choices={session.posts.map((post) => ({
              value: post.postId,
              word: words.postOf(post.name, post.places - post.taken),
            }))}
            value={chosen.postId}
            onChange={(postId) => onChange({ postId })}
          />
        )}
      </Sheet>
    </Section>
  );
}

function noteOf(one: CandidateRecord, activity: ResidentActivity): string {
  if (one.may !== true) return activitiesProblems[one.may as keyof typeof activitiesProblems] ?? '';
  if (one.accompanies)
    return activity.accompaniedBelow === null
      ? words.accompanies
      : words.accompaniesBelow(activity.accompaniedBelow);
  return one.age === null ? '' : words.age(one.age);
}

/** What a guardian agrees to, for this activity and for its photos. */
export function Consent({ activity, chosen, onChange }: PartProps) {
  if (!activity.guardianConsent && activity.photos === 'none') return null;
  return (
    <Sheet>
      {activity.guardianConsent && (
        <Tick isOn={chosen.consent} onChange={(consent) => onChange({ consent })} note={words.consentText}>
          {words.consent}
        </Tick>
      )}
      {activity.photos === 'ask' && (
        <ChoiceChips
          label={words.photos}
          choices={[
            { value: 'hidden', word: words.photoChoices.hidden },
            { value: 'open', word: words.photoChoices.open },
          ]}
          value={chosen.photo}
          onChange={(photo) => onChange({ photo })}
        />
      )}
    </Sheet>
  );
}
