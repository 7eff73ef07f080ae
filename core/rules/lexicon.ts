/**
 * The words by which the rules read English. A language without a lexicon gets the scheme's standard values:
 * a wrong guess costs an editor more than none.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** True where the rules can read the language's words. */
export function hasLexicon(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

/** Verbs that attribute words or facts to somebody. */
export const CUES = words(`
  said says say told tells tell claimed argued argues added adds announced announces warned warns insisted insists
  admitted admits denied denies confirmed confirms stated explained explains noted wrote writes tweeted replied
  responded declared recalled testified acknowledged acknowledges conceded predicted predicts estimated asserted
  asserts alleged alleges contended contends maintained maintains promised vowed vows complained joked
  concluded accused accuses pledged asked called described describes suggested`);
/** Words that are often no verbs, or no cues: they attribute only where a clause follows. */
export const DOUBTFUL_CUES = words(
  "claims claim reports reported notes states estimates argue warn deny suggests",
);
export const CLAUSE_BEGINS = words("that it he she they the there a an his her its their no");
/** After these a verb attributes nothing: “the claimed withdrawal”, “is said to”, “did not say”. */
export const NO_CUE_AFTER = words(`
  the a an his her their its this these those of no any to not never is are was were be been being so-called cannot`);
/** What may stand between a source and its verb. */
export const BETWEEN = words("has have had also later then once again would will still just now did earlier");

export const PRONOUNS = words("he she they it we i who");
export const DETERMINERS = words(
  "the a an one another two three four five several some many most his her their our",
);
export const PREPOSITIONS = words(
  "on in at by for after before during since from with under over of to into until",
);
/** Where a new clause begins, so that its subject is not the one before. */
export const CLAUSE_WORDS = words(
  "while when but because as although though that which whereas if since unless until so yet where whose what how",
);

export const TITLES = words(`
  mr mrs ms dr prof sir dame lord lady president vice prime foreign interior defence defense finance justice health
  minister chancellor secretary general king queen prince princess senator sen representative rep governor gov mayor
  judge captain capt colonel col lieutenant lt major sergeant sgt detective inspector chief commissioner ambassador
  professor pope bishop rev councillor chairman chairwoman director attorney acting former`);
/** Particles inside a name. */
export const PARTICLES = words("van von de der den del della di da la le al bin ben ibn el ter ten dos");
/** Capitalised words that begin a sentence and no name. */
export const NO_NAMES = words(`
  the a an but and or so yet in on at by for from to of as if when while after before since until then there here he
  she it they we i you this that these those his her its their our what who how why where last next some many most
  all one two three no not now yesterday today tomorrow meanwhile however also still even only later earlier both each
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december`);

export const ORGANIZATIONS = words(`
  ministry government police company firm department agency court university council committee party union bank
  commission office group spokesperson spokesman spokeswoman spokespeople officials authorities army military navy
  prosecutors investigators house kremlin pentagon parliament congress senate administration association institute
  institution organisation organization foundation hospital school team club federation alliance board bureau
  campaign church city county state nation service services embassy regulator watchdog charity network newspaper inc
  ltd corp plc gmbh nato un eu`);
export const DOCUMENTS = words(`
  report reports statement letter document documents filing filings lawsuit indictment memo email emails e-mail tweet
  post study footage records record transcript survey poll audit review ruling verdict website paper book article
  press-release release figures data minutes contract`);
/** People whom an article may describe without naming them. */
export const UNNAMED = words(`
  official source sources person people diplomat aide aides employee employees officer insider insiders executive
  lawmaker adviser advisor witness witnesses resident residents woman man worker teacher doctor nurse soldier student
  neighbour neighbor analyst lawyer friend relative`);

export const NUMBER_WORDS = words(`
  two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
  dozen dozens hundred hundreds thousand thousands million millions billion billions trillion half third quarter
  percent double doubled triple tripled twice halved`);
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
/** Dates, ages, clock times, years, ordinals and numbers in names: they alone make no quantity. */
export const NO_QUANTITIES: readonly RegExp[] = [
  new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b`, "giu"),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}`, "giu"),
  /\b\d{1,3}(?:-year-old| years old)\b|\baged? \d{1,3}\b|, \d{1,3},/giu,
  /\b\d{1,2}(?:[:.]\d{2})? ?(?:a\.m\.|p\.m\.|am\b|pm\b|o[’']clock)|\b\d{1,2}:\d{2}\b/giu,
  /\b(?:1[5-9]|20)\d\ds?\b(?! [a-z]{2,20}s\b)/giu,
  /\b\d+(?:st|nd|rd|th)\b/giu,
  /\p{L}-?\d+|\b(?:article|section|chapter|page|no\.|number|route|flight|channel) \d+/giu,
];

export interface UncertainWords {
  readonly pattern: RegExp;
  readonly kind: "hedge" | "forecast" | "unverified" | "conflicting" | "anonymous" | "unknown";
  readonly level: "probable" | "possible" | "unlikely" | "unspecified";
}

/** The words of uncertainty, in lower case; where several are in a passage, the first here decides. */
export const UNCERTAIN: readonly UncertainWords[] = [
  {
    kind: "anonymous",
    level: "unspecified",
    pattern:
      /\banonym|\bnot (?:to )?be (?:named|identified|quoted)\b|\b(?:declined|refused) to be (?:named|identified)|\bnot authori[sz]ed to\b|\bfamiliar with\b/u,
  },
  {
    kind: "unverified",
    level: "unspecified",
    pattern:
      /\balleged|^claimed\b|\b(?:the|an?|his|her|its|their) claimed\b|\breportedly\b|\bpurported|\brumou?red\b|\bsaid to\b|\bunconfirmed\b|\bunverified\b|\bnot (?:\p{L}+ )?(?:\p{L}+ )?(?:verif|confirm)|\bsupposedly\b/u,
  },
  {
    kind: "unknown",
    level: "unspecified",
    pattern:
      /\bunclear\b|\bunknown\b|\buncertain\b|\bnot (?:yet )?(?:known|clear)\b|\bunder investigation\b|\b(?:no one|nobody) (?:knows|has|can)\b|\bremains? to be seen\b|\bimpossible to (?:say|know|tell)\b|\btoo early to\b|\b(?:do|does|did) ?n(?:o|’|')t know\b/u,
  },
  {
    kind: "conflicting",
    level: "unspecified",
    pattern: /\bconflicting\b|\bcontradict|\bat odds\b|\bdisput|\bdiffering accounts\b/u,
  },
  { kind: "hedge", level: "unlikely", pattern: /\bunlikely\b|\bdoubtful\b|\bimprobable\b/u },
  {
    kind: "forecast",
    level: "probable",
    pattern:
      /\bexpect|\bforecast|\bpredict|\bprojected\b|\bset to\b|\bdue to (?:be|begin|open|start|end|close)\b|\bon course to\b/u,
  },
  {
    kind: "forecast",
    level: "unspecified",
    pattern: /^if\b.* (?:would|could|will|might)\b|\b(?:would|could|will|might)\b.* if\b/u,
  },
  {
    kind: "hedge",
    level: "probable",
    pattern:
      /\blikely\b|\bprobabl[ey]\b|\bappear(?:s|ed)?\b|\bseem|\bbelieve|\bthought\b|\bfear(?:s|ed)?\b|\bsuspect|\bpresumabl[ey]\b|\bapparent|\bsuggest|\bunderstood to\b/u,
  },
  {
    kind: "hedge",
    level: "possible",
    pattern: /\bmay\b|\bmight\b|\bcould\b|\bmaybe\b|\bperhaps\b|\bpossibl[ey]\b|\bpotential/u,
  },
  { kind: "forecast", level: "unspecified", pattern: /\bwill\b|\bwould\b|\bplan(?:s|ned)? to\b/u },
];
