import { callSkills } from '#contract/calls/codes.ts';
import { callSkillLabels } from '#contract/calls/words.ts';

export const skillChoices = callSkills.map((value) => ({ value, word: callSkillLabels[value] }));
