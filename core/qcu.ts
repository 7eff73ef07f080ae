import type { Scheme } from "./scheme";

/**
 * QCU-1, the tag scheme that ships. One question picks the type: what would I have to check? The wording is a
 * Quote, the fact a Claim, how sure anyone is an Uncertainty.
 */

const MATERIAL = { material: true } as const;
const PLAIN = { material: false } as const;

const quote = {
  name: "quote",
  label: "Quote",
  plural: "Quotes",
  letter: "Q",
  key: "q",
  hue: "brown",
  underline: "double",
  guideline:
    "Words that a source said or wrote, or reported speech that cannot be checked as fact. Take the quotation marks and the punctuation inside them, and leave the attribution out. Nicknames, titles and scare quotes are not tagged.",
  takes: "quotation",
  main: "form",
  attributes: [
    {
      ...MATERIAL,
      name: "form",
      label: "Form",
      kind: "choice",
      standard: "indirect",
      rule: "quote-form-by-marks",
      choices: [
        {
          value: "direct",
          label: "Direct",
          guideline: "A sentence or a complete message in the source’s own words, in quotation marks.",
        },
        {
          value: "mixed",
          label: "Mixed",
          guideline: "A few words of the source, in quotation marks inside the reporter’s sentence.",
        },
        {
          value: "indirect",
          label: "Indirect",
          guideline: "Speech in the reporter’s words, without marks, that states nothing one could check.",
        },
      ],
    },
    {
      ...MATERIAL,
      name: "speaker",
      label: "Speaker",
      guideline:
        "As the article prints it: the fullest name, or the description of a source without a name. Never the name of a confidential source. Leave it empty if the article does not say.",
      kind: "words",
      suggests: "people",
      rule: "speaker-by-nearest-attribution",
    },
    {
      ...PLAIN,
      name: "sourceKind",
      label: "Source",
      kind: "choice",
      standard: "unknown",
      rule: "source-kind-by-speaker",
      choices: [
        { value: "named", label: "Named", guideline: "A person whom the article names." },
        {
          value: "organization",
          label: "Organization",
          guideline: "An institution, a firm, or its spokespeople and officials speaking for it.",
        },
        {
          value: "document",
          label: "Document",
          guideline: "A report, a statement, a letter, a court file, a post.",
        },
        {
          value: "anonymous",
          label: "Anonymous",
          guideline: "A single person whom the article describes but does not name.",
        },
        { value: "unknown", label: "Unknown", guideline: "The article does not say whose words these are." },
      ],
    },
    {
      ...PLAIN,
      name: "cue",
      label: "Cue",
      guideline: "The word that attributes it: “said”, “told”, “according to”.",
      kind: "words",
      suggests: "nothing",
      rule: "cue-by-nearest-attribution",
    },
  ],
  links: [
    {
      name: "continues",
      label: "continues",
      inverse: "continued by",
      guideline: "The second part of a quotation that the attribution splits: to the part before it.",
      to: ["quote"],
      place: "after",
    },
    {
      name: "within",
      label: "within",
      inverse: "holds",
      guideline: "Words quoted inside a claim, a doubt or somebody else’s words: to the tag around them.",
      to: ["quote", "claim", "uncertainty"],
      place: "inside",
    },
  ],
} as const;

const claim = {
  name: "claim",
  label: "Claim",
  plural: "Claims",
  letter: "C",
  key: "c",
  hue: "blue",
  underline: "solid",
  guideline:
    "A statement about the world that evidence could prove wrong. Take the smallest clause that can be true or false alone, without its attribution and final full stop. Opinions, plain predictions and common knowledge are not tagged.",
  takes: "sentence",
  main: "kind",
  attributes: [
    {
      ...MATERIAL,
      name: "kind",
      label: "Kind",
      guideline:
        "Where two fit, the first in this order: rule, causal, comparison, quantity, identity, event.",
      kind: "choice",
      standard: "event",
      rule: "claim-kind-by-number",
      choices: [
        { value: "event", label: "Event", guideline: "Something happened, or was done or not done." },
        {
          value: "quantity",
          label: "Quantity",
          guideline: "How many, how much, what share. A date, an age or a clock time alone is none.",
        },
        {
          value: "causal",
          label: "Causal",
          guideline: "One thing brought about, prevented or led to another.",
        },
        {
          value: "comparison",
          label: "Comparison",
          guideline: "More, less, first, largest, or changed since.",
        },
        {
          value: "rule",
          label: "Rule",
          guideline: "What a law, a contract or a regulation allows, asks or forbids.",
        },
        {
          value: "identity",
          label: "Identity",
          guideline: "Who somebody is, what something is, who owns it or holds an office.",
        },
      ],
    },
    {
      ...MATERIAL,
      name: "voice",
      label: "Voice",
      kind: "choice",
      standard: "own",
      rule: "voice-by-attribution-cue",
      choices: [
        { value: "own", label: "Own", guideline: "The article says so itself." },
        { value: "attributed", label: "Attributed", guideline: "The article says that a source says so." },
      ],
    },
    {
      ...MATERIAL,
      name: "speaker",
      label: "Speaker",
      guideline:
        "As the article prints it: the fullest name, or the description of a source without a name. Never the name of a confidential source. Leave it empty if the article does not say.",
      kind: "words",
      suggests: "people",
      when: { attribute: "voice", equals: "attributed" },
      rule: "speaker-by-nearest-attribution",
    },
    {
      ...PLAIN,
      name: "priority",
      label: "Priority",
      kind: "choice",
      standard: "should",
      rule: "priority-by-block",
      choices: [
        {
          value: "must",
          label: "Must",
          guideline: "The story falls with it; all in headline, standfirst and first paragraph.",
        },
        { value: "should", label: "Should", guideline: "Everything else, captions among it." },
      ],
    },
    {
      ...MATERIAL,
      name: "legal",
      label: "Legal",
      guideline:
        "Yes where a person or a firm can be recognised and the fact discredits them, and for anything in or about a court case.",
      kind: "yes-no",
      standard: false,
    },
  ],
  links: [
    {
      name: "contradicts",
      label: "contradicts",
      inverse: "contradicted by",
      guideline: "Both cannot be true.",
      to: ["claim", "quote"],
    },
    {
      name: "supports",
      label: "supports",
      inverse: "supported by",
      guideline: "If this is true, the other is more likely to be.",
      to: ["claim", "quote"],
    },
  ],
} as const;

const uncertainty = {
  name: "uncertainty",
  label: "Uncertainty",
  plural: "Uncertainties",
  letter: "U",
  key: "u",
  hue: "violet",
  underline: "wavy",
  guideline:
    "Words that tell the reader that something is not established. Take the shortest words without which the sentence sounds certain; the whole clause where a thing is unknown, unverified or disputed; the description of an anonymous source where it comes first. “About” and “at least”, what “could be seen”, and polite phrases are not tagged.",
  takes: "sentence",
  main: "kind",
  attributes: [
    {
      ...MATERIAL,
      name: "kind",
      label: "Kind",
      kind: "choice",
      standard: "hedge",
      rule: "uncertainty-kind-by-lexicon",
      choices: [
        {
          value: "hedge",
          label: "Hedge",
          guideline: "The wording holds back: may, likely, appears, is believed to.",
        },
        {
          value: "forecast",
          label: "Forecast",
          guideline: "What is expected, or would follow if something else does.",
        },
        {
          value: "unverified",
          label: "Unverified",
          guideline: "Said but not established: alleged, reportedly, could not be confirmed.",
        },
        { value: "conflicting", label: "Conflicting", guideline: "Two positions in the text clash." },
        {
          value: "anonymous",
          label: "Anonymous",
          guideline: "It rests on a source that the article does not name.",
        },
        { value: "unknown", label: "Unknown", guideline: "Nobody knows yet: unclear, under investigation." },
      ],
    },
    {
      ...PLAIN,
      name: "level",
      label: "Level",
      kind: "choice",
      standard: "unspecified",
      rule: "uncertainty-level-by-lexicon",
      choices: [
        {
          value: "probable",
          label: "Probable",
          guideline: "Rather so than not: likely, believed, expected.",
        },
        { value: "possible", label: "Possible", guideline: "It could be so: may, might, possibly." },
        { value: "unlikely", label: "Unlikely", guideline: "Rather not so: unlikely, doubtful." },
        { value: "unspecified", label: "Unspecified", guideline: "The words do not say how probable it is." },
      ],
    },
    {
      ...PLAIN,
      name: "holder",
      label: "Holder",
      kind: "choice",
      standard: "author",
      rule: "holder-by-quotation",
      choices: [
        { value: "author", label: "Author", guideline: "The article itself is not sure." },
        { value: "source", label: "Source", guideline: "The source is not sure, in speech or as reported." },
      ],
    },
  ],
  links: [
    {
      name: "about",
      label: "about",
      inverse: "qualified by",
      guideline: "What is not established: to every claim and quote that these words qualify.",
      to: ["claim", "quote"],
    },
  ],
} as const;

/** Quotes, claims and uncertainties. Version 2 brought links. */
export const QCU_1 = {
  id: "QCU",
  version: 2,
  label: "QCU-1",
  types: [quote, claim, uncertainty],
  grades: [
    { name: "must", label: "Must be checked", type: "claim", attribute: "priority", equals: "must" },
    { name: "legal", label: "Legal", type: "claim", attribute: "legal", equals: true },
    {
      name: "anonymous",
      label: "Anonymous source",
      type: "uncertainty",
      attribute: "kind",
      equals: "anonymous",
    },
  ],
} as const satisfies Scheme;
