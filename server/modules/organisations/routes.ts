import * as endpoints from '#contract/organisations/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { changeCommitment, recordCommitment } from './service/commitments.ts';
import { addContact, changeContact, removeContact, revealContact } from './service/contacts.ts';
import { checkPremises, listPremises, recordPremises, removePremises } from './service/premises.ts';
import { getOrganisation, listOrganisations, readFigures } from './service/read.ts';
import {
  closeOrganisation,
  correctOrganisation,
  registerOrganisation,
  reopenOrganisation,
  setAreasServed,
} from './service/register.ts';

export const routes: readonly Route[] = [
  route(endpoints.listOrganisations, listOrganisations),
  route(endpoints.readOrganisationFigures, readFigures),
  route(endpoints.getOrganisation, getOrganisation),
  route(endpoints.registerOrganisation, registerOrganisation),
  route(endpoints.correctOrganisation, correctOrganisation),
  route(endpoints.closeOrganisation, closeOrganisation),
  route(endpoints.reopenOrganisation, reopenOrganisation),
  route(endpoints.setAreasServed, setAreasServed),
  route(endpoints.addContact, addContact),
  route(endpoints.changeContact, changeContact),
  route(endpoints.removeContact, removeContact),
  route(endpoints.revealContact, revealContact),
  route(endpoints.listPremises, listPremises),
  route(endpoints.recordPremises, recordPremises),
  route(endpoints.checkPremises, checkPremises),
  route(endpoints.removePremises, removePremises),
  route(endpoints.recordCommitment, recordCommitment),
  route(endpoints.changeCommitment, changeCommitment),
];
