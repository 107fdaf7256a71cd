import * as endpoints from '#contract/people/endpoints.ts';
import * as protection from '#contract/people/protection.ts';
import { type Route, route } from '#kernel/module.ts';
import { addGuardian, endGuardian } from './service/guardians.ts';
import {
  changeHouseholdRecord,
  getHouseholdRecord,
  listHouseholdRecords,
  listTrustedContactRecords,
  registerNewHousehold,
} from './service/households.ts';
import { moveHouseholdTo } from './service/moves.ts';
import {
  correctPersonRecord,
  getPersonRecord,
  listPersonRecords,
  registerNewPerson,
} from './service/persons.ts';
import { revealPersonValues } from './service/reveal.ts';

export const peopleRoutes: readonly Route[] = [
  route(endpoints.listPersons, listPersonRecords),
  route(endpoints.getPerson, getPersonRecord),
  route(endpoints.registerPerson, registerNewPerson),
  route(endpoints.correctPerson, correctPersonRecord),
  route(endpoints.revealPerson, revealPersonValues),
  route(endpoints.listHouseholds, listHouseholdRecords),
  route(endpoints.getHousehold, getHouseholdRecord),
  route(endpoints.registerHousehold, registerNewHousehold),
  route(endpoints.changeHousehold, changeHouseholdRecord),
  route(endpoints.moveHousehold, moveHouseholdTo),
  route(endpoints.listTrustedContacts, listTrustedContactRecords),
  route(protection.addGuardianship, addGuardian),
  route(protection.endGuardianship, endGuardian),
];
