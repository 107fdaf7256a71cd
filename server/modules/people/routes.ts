import * as endpoints from '#contract/people/endpoints.ts';
import * as mine from '#contract/people/mine.ts';
import * as protection from '#contract/people/protection.ts';
import { type Route, route, streamRoute } from '#kernel/module.ts';
import {
  giveOwnConsent,
  recordPaperConsent,
  withdrawAtCounter,
  withdrawOwnConsent,
} from './service/consents.ts';
import { copyMyData } from './service/copy.ts';
import { decideOnCorrection, listCorrectionRecords, requestCorrection } from './service/corrections.ts';
import { correctPersonRecord } from './service/correctPerson.ts';
import {
  decideOnErasure,
  listErasureRecords,
  requestErasureAtCounter,
  requestOwnErasure,
} from './service/erasure.ts';
import { addGuardian, endGuardian } from './service/guardians.ts';
import {
  changeHouseholdRecord,
  getHouseholdRecord,
  listHouseholdRecords,
  listTrustedContactRecords,
  registerNewHousehold,
} from './service/households.ts';
import { acceptCurrentNotice, readMyData, registerOwnChild } from './service/mine.ts';
import { askMinorAccess, decideOnMinorAccess, listMinorAccessRecords } from './service/minorAccess.ts';
import { moveHouseholdTo } from './service/moves.ts';
import { getPersonRecord, listPersonRecords, registerNewPerson } from './service/persons.ts';
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
  route(protection.requestMinorAccess, askMinorAccess),
  route(protection.listMinorAccess, listMinorAccessRecords),
  route(protection.decideMinorAccess, decideOnMinorAccess),
  route(protection.recordConsent, recordPaperConsent),
  route(protection.withdrawConsent, withdrawAtCounter),
  route(protection.requestErasure, requestErasureAtCounter),
  route(protection.listErasures, listErasureRecords),
  route(protection.decideErasure, decideOnErasure),
  route(protection.listCorrections, listCorrectionRecords),
  route(protection.decideCorrection, decideOnCorrection),
  route(mine.readMine, readMyData),
  streamRoute(mine.copyMine, copyMyData),
  route(mine.askCorrection, requestCorrection),
  route(mine.giveMyConsent, giveOwnConsent),
  route(mine.withdrawMyConsent, withdrawOwnConsent),
  route(mine.askErasure, requestOwnErasure),
  route(mine.registerMyChild, registerOwnChild),
  route(mine.acceptNotice, acceptCurrentNotice),
];
