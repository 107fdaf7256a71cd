import * as endpoints from '#contract/mutualhelp/endpoints.ts';
import * as team from '#contract/mutualhelp/teams.ts';
import { type Route, route } from '#kernel/module.ts';
import { ask, cancel, finish } from './service/ask.ts';
import { hide, letStand, readModerated, report } from './service/moderate.ts';
import * as needs from './service/needs.ts';
import { readOwnOffer, setOwnOffer, sign } from './service/offers.ts';
import { agree, contact, pledge, withdraw } from './service/pledge.ts';
import { readAsk, readBoard, readMine } from './service/read.ts';
import * as teams from './service/teams.ts';

export const routes: readonly Route[] = [
  route(endpoints.listAsks, readBoard),
  route(endpoints.listMyAsks, readMine),
  route(endpoints.getAsk, readAsk),
  route(endpoints.askHelp, ask),
  route(endpoints.pledgeHelp, pledge),
  route(endpoints.withdrawPledge, withdraw),
  route(endpoints.agreePledge, agree),
  route(endpoints.showContact, contact),
  route(endpoints.finishAsk, finish),
  route(endpoints.cancelAsk, cancel),
  route(endpoints.reportAsk, report),
  route(endpoints.readOffer, readOwnOffer),
  route(endpoints.setOffer, setOwnOffer),
  route(endpoints.signAgreement, sign),
  route(endpoints.listModerated, readModerated),
  route(endpoints.hideAsk, hide),
  route(endpoints.closeReports, letStand),
  route(team.listTeams, teams.readTeams),
  route(team.foundTeam, teams.found),
  route(team.joinTeam, teams.join),
  route(team.leaveTeam, teams.leave),
  route(team.inviteApprentice, teams.invite),
  route(team.answerMentor, teams.answerInvitation),
  route(team.closeTeam, teams.close),
  route(team.listNeeds, needs.readNeeds),
  route(team.postNeed, needs.post),
  route(team.claimNeed, needs.claim),
  route(team.giveBackNeed, needs.giveBack),
  route(team.finishNeed, needs.finishClaimed),
  route(team.withdrawNeed, needs.withdrawPosted),
];
