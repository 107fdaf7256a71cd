// What the platform suggests while a case is entered and decided: matter, place, cases alike, words of danger.
// It only ever suggests: nothing here changes a case but `groupCases`, which a person calls.
import { z } from 'zod';
import { id, instant, line, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { levels } from '#contract/territory/levels.ts';
import { plainStatuses, solvedAnswers } from './codes.ts';
import { statuses } from './machine.ts';
import { SafetyAlarm } from './safety/codes.ts';
import { caseParams } from './shapes.ts';

export const matterSuggestion = z
  .object({
    code: z.string(),
    name: z.string(),
    confidence: z.number().min(0).max(1).describe('Of a hundred with 0.9, about ninety are right'),
    words: z.array(z.string()).describe('Words of the text that spoke for it, strongest first'),
  })
  .meta({ id: 'MatterSuggestion' });
export type MatterSuggestion = z.output<typeof matterSuggestion>;

const namedPlace = z.object({
  areaId: id,
  name: z.string().describe('From the estate down, as it is spoken'),
  path: z.string(),
  level: z.enum(levels),
  confidence: z.number().min(0).max(1),
});

export const placeSuggestion = namedPlace
  .extend({
    ground: z
      .enum(['given', 'text', 'position'])
      .describe('The caller chose it, the words say it, or the map'),
    building: z.string().nullable(),
    unit: z.string().nullable(),
    room: z.string().nullable(),
    others: z.array(namedPlace).max(5).describe('Further places that the words may mean'),
  })
  .meta({ id: 'PlaceSuggestion' });
export type PlaceSuggestion = z.output<typeof placeSuggestion>;

/** Of a resident’s eyes: titles and places are words of the register, never what another resident wrote. */
export const similarCase = z
  .object({
    caseId: id,
    number: z.string(),
    title: z.string(),
    placeText: z.string(),
    status: z.enum(plainStatuses),
    reportedAt: instant,
    requesterCount: z.number().int(),
    score: z.number().min(0).max(1),
    mine: z.boolean().describe('The caller is among its requesters'),
  })
  .meta({ id: 'SimilarCase' });
export type SimilarCase = z.output<typeof similarCase>;

export const alarm = z
  .object({ kind: SafetyAlarm, word: z.string().describe('As it stands in the text') })
  .meta({ id: 'Alarm' });

export const suggestion = z
  .object({
    matters: z.array(matterSuggestion).max(3),
    sure: z.boolean().describe('The first matter may be filled in without asking'),
    place: placeSuggestion.nullable(),
    similar: z.array(similarCase).max(5).describe('Open cases alike nearby'),
    alarms: z.array(alarm),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.output<typeof suggestion>;

export const suggestCase = endpoint({
  name: 'cases.suggest',
  method: 'POST',
  path: '/api/cases/suggest',
  summary: 'Matter, place, open cases alike and words of danger for what is being written. Keeps nothing.',
  access: 'signed_in',
  idempotent: false,
  body: z.object({
    text: text(4000),
    placeText: text(200).default(''),
    areaId: id.nullable().default(null),
    matterCode: line(20).nullable().default(null).describe('Chosen already: cases alike are of this matter'),
    longitude: z.number().min(-180).max(180).nullable().default(null).describe('CGCS2000'),
    latitude: z.number().min(-90).max(90).nullable().default(null),
  }),
  output: suggestion,
});

export const similarReasons = ['same_requester', 'same_entrance', 'same_building', 'near'] as const;
export type SimilarReason = (typeof similarReasons)[number];

/** A case as staff compare it. */
const comparedCase = z.object({
  caseId: id,
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  placeText: z.string(),
  matter: z.object({ code: z.string(), name: z.string() }).nullable(),
  status: z.enum(statuses),
  reportedAt: instant,
  requesterCount: z.number().int(),
});

export const caseRelations = z
  .object({
    matters: z.array(matterSuggestion).max(3).describe('Suggested for the text of this case'),
    similar: z
      .array(
        comparedCase.extend({
          reason: z.enum(similarReasons),
          score: z.number().min(0).max(1),
          metres: z.number().int().nullable(),
        }),
      )
      .max(10),
    history: z
      .array(
        comparedCase.extend({
          closedAt: instant.nullable(),
          result: z.string().nullable(),
          solved: z.enum(solvedAnswers).nullable(),
        }),
      )
      .max(20)
      .describe('Earlier cases of this address, newest first'),
    rootCause: z
      .object({
        area: z.object({ areaId: id.nullable(), name: z.string(), path: z.string() }),
        matter: z.object({ code: z.string(), name: z.string() }),
        cases: z.array(comparedCase).describe('All open ones of it, this one included'),
      })
      .nullable()
      .describe('Several of one matter in one stairwell: perhaps one cause'),
    group: z
      .object({
        root: z.object({ caseId: id, number: z.string() }),
        linked: z.array(comparedCase),
      })
      .nullable()
      .describe('The root-cause case that this one leads or belongs to'),
  })
  .meta({ id: 'CaseRelations' });
export type CaseRelations = z.output<typeof caseRelations>;

export const listSimilar = endpoint({
  name: 'cases.list_similar',
  method: 'GET',
  path: '/api/cases/:caseId/similar',
  summary:
    'What stands beside a case: suggested matters, open cases alike, history of the address, one cause.',
  access: 'case.read',
  params: caseParams,
  output: caseRelations,
});

export const groupCases = endpoint({
  name: 'cases.group',
  method: 'POST',
  path: '/api/cases/:caseId/group',
  summary:
    'Makes this case (or the one it belongs to) the root cause of others: what may be merged is merged with ' +
    'its requesters and its nearest date, what is too far gone is linked and keeps its own clocks.',
  access: 'case.intake',
  params: caseParams,
  body: z.object({ caseIds: z.array(id).min(1).max(50), note: text(500).default(''), version }),
  output: z.object({
    root: z.object({ caseId: id, number: z.string(), version: z.number().int() }),
    merged: z.number().int(),
    linked: z.number().int(),
  }),
});
