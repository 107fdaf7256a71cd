import { useState } from 'react';
import { addContact, changeContact } from '#contract/organisations/endpoints.ts';
import type { ContactRecord } from '#contract/organisations/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { contactWords as words } from './words.ts';

interface ContactFormProps {
  organisationId: string;
  contact?: ContactRecord;
  onClose: () => void;
}

/** A new contact, or a change of one: name and phone are masked here, so what is left blank stays. */
export function ContactForm({ organisationId, contact, onClose }: ContactFormProps) {
  const [name, setName] = useState('');
  const [duty, setDuty] = useState(contact?.duty ?? '');
  const [phone, setPhone] = useState('');
  const add = useCommand(addContact, { onDone: onClose });
  const change = useCommand(changeContact, { onDone: onClose });
  const error = add.error ?? change.error;
  const faults = error instanceof ProblemError ? error.fields : {};
  const submit = () => {
    const typed = { duty: duty.trim() || null };
    if (!contact) {
      const body = { ...typed, name: name.trim(), phone: phone.trim() || null };
      return add.mutate({ params: { organisationId }, body });
    }
    const body = {
      ...typed,
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      version: contact.version,
    };
    return change.mutate({ params: { organisationId, contactId: contact.contactId }, body });
  };
  return (
    <FormDrawer
      isOpen
      title={contact ? words.editTitle : words.add}
      busy={add.isPending || change.isPending}
      problem={error && sentenceOf(error)}
      reason={contact || name.trim() ? undefined : words.name}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        help={contact && words.nameKept}
        error={faults.name}
        placeholder={contact?.name ?? ''}
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <TextField label={words.duty} optional maxLength={40} value={duty} onChange={setDuty} />
      <TextField
        label={words.phone}
        help={contact && words.phoneKept}
        error={faults.phone}
        optional
        type="tel"
        placeholder={contact?.phone ?? ''}
        maxLength={20}
        value={phone}
        onChange={setPhone}
      />
    </FormDrawer>
  );
}
