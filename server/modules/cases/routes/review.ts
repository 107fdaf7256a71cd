// Signing, the callback, the ledgers and the printed sheets.
import * as callbackEndpoints from '#contract/cases/callback/endpoints.ts';
import * as ledgerEndpoints from '#contract/cases/ledgers/endpoints.ts';
import * as reviewEndpoints from '#contract/cases/review/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import * as callback from '../service/callback.ts';
import * as ledgers from '../service/ledgers.ts';
import * as signatures from '../service/signatures.ts';

export const reviewRoutes: readonly Route[] = [
  route(reviewEndpoints.listReview, signatures.listReview),
  route(reviewEndpoints.countReview, signatures.countReview),
  route(reviewEndpoints.getReview, signatures.getReview),
  route(reviewEndpoints.signBatch, signatures.signBatch),
  route(reviewEndpoints.verifySignatures, signatures.verifySignatures),
  route(reviewEndpoints.tellFirst, signatures.tellFirst),
  route(callbackEndpoints.listCallbacks, callback.listCallbacks),
  route(callbackEndpoints.logCallback, callback.logCallback),
  route(callbackEndpoints.readRates, callback.readRates),
  route(callbackEndpoints.listRateCases, callback.listRateCases),
  route(ledgerEndpoints.listSuspended, ledgers.listSuspended),
  route(ledgerEndpoints.renewSuspension, ledgers.renewSuspension),
  route(ledgerEndpoints.readLedger, ledgers.readLedger),
  route(ledgerEndpoints.readSheets, ledgers.readSheets),
];
