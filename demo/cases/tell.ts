// One imagined case told through the endpoints from beginning to end, or as far as the clock has come.
import * as cases from '#contract/cases/endpoints.ts';
import type { Stage } from '../replay/stage.ts';
import { begin } from './begin.ts';
import { callBack, makePublic, reopen, sign } from './closing.ts';
import { type Crew, crewOf, gridWorkerAt } from './crew.ts';
import type { Imagined } from './imagine.ts';
import { handOut, takeUp } from './intake.ts';
import type { Neighbourhood, Office } from './people.ts';
import { sendPicture } from './pictures.ts';
import { type Tale, taleOf, untilEnough } from './tale.ts';
import { work } from './work.ts';

export async function tellCase(
  stage: Stage,
  office: Office,
  given: Imagined,
  where?: Neighbourhood,
): Promise<void> {
  if (stage.clock.now() >= stage.end) return;
  const here = where ?? given.chance.pick(office.neighbourhoods);
  const begun = await begin(stage, office, here, given);
  const imagined = { ...given, areaPath: begun.areaPath };
  const tale = taleOf({ stage, office, here, imagined }, begun.on);
  await untilEnough(async () => {
    tale.reached('reported');
    if (imagined.fate === 'settled') return await settle(tale);
    if (!(await takeUp(tale, begun))) return;
    if (tale.on().status !== 'resolved') {
      const crew = crewOf(office, here, imagined, begun);
      if (!crew || !(await handOut(tale, crew))) return;
      await workOff(tale, crew);
      if (imagined.fate === 'reopened') await again(tale, crew);
    } else await callBack(tale, { handler: here.secretary, tier: 1 });
    await makePublic(tale);
  });
}

async function workOff(tale: Tale, crew: Crew): Promise<void> {
  const done = await work(tale, crew);
  await sign(tale, done);
  await callBack(tale, done);
}

/** It came back within the month: the same unit takes it once more. */
async function again(tale: Tale, crew: Crew): Promise<void> {
  await reopen(tale);
  if (await handOut(tale, crew)) await workOff(tale, crew);
}

/** A grid worker settles it on the spot, with a photo of before and one of after. */
async function settle(tale: Tale): Promise<void> {
  const { stage, here, imagined } = tale;
  const { chance, cast } = imagined;
  const who = cast?.reporter ?? gridWorkerAt(here, imagined.areaPath ?? '');
  if (!who) return;
  await tale.act(2, who, cases.selfHandle);
  const pictures = imagined.pictures ?? 'rubbish';
  const fileIds = [
    await sendPicture(stage, who, pictures, 'before'),
    await sendPicture(stage, who, pictures, 'after'),
  ];
  await tale.act(chance.between(10, 50), who, cases.submitResult, () => ({
    result: imagined.result,
    fileIds,
  }));
  const done = { handler: who, tier: 1 };
  await sign(tale, done);
  await callBack(tale, done);
  await makePublic(tale);
}
