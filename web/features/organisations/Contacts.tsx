import { useState } from 'react';
import { removeContact, revealContact } from '#contract/organisations/endpoints.ts';
import type { ContactRecord, OrganisationRecord } from '#contract/organisations/records.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { MaskedText } from '#web/ui/MaskedText/MaskedText.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { ContactForm } from './ContactForm.tsx';
import { organisationWords, contactWords as words } from './words.ts';

/** Masked until somebody who may says what for. */
export function Contacts({ record }: { record: OrganisationRecord }) {
  const [open, setOpen] = useState<ContactRecord | 'new' | null>(null);
  const [leaving, setLeaving] = useState<ContactRecord | null>(null);
  const remove = useCommand(removeContact, { onDone: () => setLeaving(null) });
  const { organisationId, can, contacts } = record;
  const mayEdit = can.edit === true;
  return (
    <Section
      title={words.title}
      aside={
        mayEdit && (
          <Button kind="quiet" small onPress={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <Sheet>
        {remove.error && <Banner kind="error">{sentenceOf(remove.error)}</Banner>}
        {contacts.length === 0 && <p className="jia-hint">{words.none}</p>}
        {contacts.map((contact) => (
          <div key={contact.contactId} className="jia-line">
            <span>
              {contact.name} <span className="jia-hint">{contact.duty}</span>
            </span>
            {contact.phone ? (
              <MaskedText
                masked={contact.phone}
                isPhone
                reveal={can.reveal === true ? revealOf(organisationId, contact.contactId) : undefined}
              />
            ) : (
              <span className="jia-hint">{organisationWords.unknown}</span>
            )}
            {mayEdit && (
              <span>
                <Button kind="quiet" small onPress={() => setOpen(contact)}>
                  {words.change}
                </Button>
                <Button kind="quiet" small onPress={() => setLeaving(contact)}>
                  {words.remove}
                </Button>
              </span>
            )}
          </div>
        ))}
      </Sheet>
      {open && (
        <ContactForm
          organisationId={organisationId}
          {...(open === 'new' ? {} : { contact: open })}
          onClose={() => setOpen(null)}
        />
      )}
      <ConfirmQuestion
        isOpen={leaving !== null}
        question={words.removeQuestion(leaving?.name ?? '')}
        yes={words.remove}
        no={words.keep}
        onYes={() => leaving && remove.mutate({ params: { organisationId, contactId: leaving.contactId } })}
        onNo={() => setLeaving(null)}
      />
    </Section>
  );
}

const revealOf = (organisationId: string, contactId: string) => async (purpose: string) => {
  const { phone } = await call(revealContact, { params: { organisationId, contactId }, body: { purpose } });
  return phone ?? '';
};
