// Which matter a text is about: by the street's classifier, and by plain words until it has one. It only suggests.
import type { MatterSuggestion } from '#contract/cases/suggest.ts';
import type { Context } from '#kernel/context.ts';
import { bestLabel, suggest } from '../classify/classifier.ts';
import { categoryOf } from '../locate/category.ts';
import { listMatterRows, type MatterRow } from '../store/matters.ts';
import { modelOf } from './models.ts';

export interface SuggestedMatters {
  matters: MatterSuggestion[];
  /** The first may be filled in without asking. */
  sure: boolean;
}

/** How much a match of plain words is worth: it never fills anything in. */
const wordsConfidence = 0.5;

export async function suggestMatters(context: Context, text: string): Promise<SuggestedMatters> {
  const rows = await listMatterRows(context);
  const model = await modelOf(context);
  if (!model) return { matters: byWords(text, rows), sure: false };
  const { suggestions, askPerson } = suggest(model.classifier, { text });
  const matters = suggestions.flatMap(({ label, confidence, reasons }) => {
    const row = rows.find(({ code }) => code === label);
    return row ? [{ code: row.code, name: row.name, confidence: rounded(confidence), words: reasons }] : [];
  });
  return { matters, sure: !askPerson && matters[0]?.code === suggestions[0]?.label };
}

export interface Proposal {
  suggested_matter: string | null;
  suggested_confidence: number | null;
  model_version: number | null;
}

/** What is kept with a case that begins, to be compared with what people choose. */
export async function proposeMatter(context: Context, text: string): Promise<Proposal> {
  const model = await modelOf(context);
  const best = model && bestLabel(model.classifier, { text });
  if (best)
    return {
      suggested_matter: best.label,
      suggested_confidence: rounded(best.confidence),
      model_version: model.version,
    };
  const [plain] = byWords(text, model ? [] : await listMatterRows(context));
  return {
    suggested_matter: plain?.code ?? null,
    suggested_confidence: plain?.confidence ?? null,
    model_version: null,
  };
}

function byWords(text: string, rows: readonly MatterRow[]): MatterSuggestion[] {
  const category = categoryOf(text);
  if (!category) return [];
  const [major, minor] = category.code.split('/');
  const row = rows.find(
    ({ name, parent_code }) =>
      name === minor && rows.some(({ code, name: parent }) => code === parent_code && parent === major),
  );
  return row ? [{ code: row.code, name: row.name, confidence: wordsConfidence, words: category.words }] : [];
}

const rounded = (confidence: number) => Math.round(Math.min(1, confidence) * 1000) / 1000;
