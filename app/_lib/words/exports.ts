import type { TagState } from "~/core/tag";

/** What a tag's state is called where states are chosen. */
const states: Record<TagState, string> = {
  suggested: "Suggested",
  open: "Open",
  checked: "Checked",
  approved: "Approved",
  stale: "Stale",
  dismissed: "Dismissed",
  withdrawn: "Withdrawn",
};

/** The words of taking articles out and bringing them in. */
export const exportsWords = {
  action: "Export",
  ofArticle: "Export this article",
  ofNewsroom: "Export the newsroom",
  scopeArticle: (title: string) => `The article “${title}” as it stands now.`,
  scopeNewsroom: (articles: number) =>
    articles === 1 ? "The one article that you may export." : `All ${articles} articles that you may export.`,
  ofFound: "Export these articles",
  scopeFound: (articles: number, isAll: boolean) =>
    isAll
      ? `${articles === 1 ? "The one article" : `The ${articles} articles`} of this search that you may export, whole.`
      : `More articles are found than one file takes. It holds those with the newest hits that you may export: ${articles}, whole. Narrow the search for the others.`,
  format: "Format",
  states: "Tags in these states",
  state: (state: TagState, count: number) => `${states[state]} (${count})`,
  types: "Types",
  type: (name: string, count: number) => `${name} (${count})`,
  holds: "What the file holds",
  allHeld: "It holds all of the article.",
  allThere: "Nothing that is here gets lost in it.",
  losses: { "left out": "Left out", lost: "Not in the file", "as a note": "Told in free text" },
  loss: (what: string, count: number, exact: boolean) => `${what}: ${exact ? "" : "about "}${count}`,
  taken: (taken: number, leftOut: number) =>
    leftOut === 0
      ? `${taken} tags, all of them`
      : `${taken} tags; ${leftOut} ${leftOut === 1 ? "stays" : "stay"} out by your choice`,
  offsets: (unit: string) => (unit === "none" ? "It has no offsets." : `Offsets count ${unit}s.`),
  size: (size: string, exact: boolean) => (exact ? size : `about ${size}, judged by the first articles`),
  preview: "How the file begins",
  previewing: "Preparing the preview…",
  noTags: "No tag is in what you chose. Choose another state, or export the text alone.",
  noneAtAll: "Nothing is tagged here yet. The file holds what there is.",
  download: "Download",
  started: "The download has begun. Your browser shows how far it is; you can close this window.",
  previewFailed: "The preview could not be made.",
  nothingLost: "Nothing was changed.",
} as const;

export const importWords = {
  title: "Import tagged articles",
  fromHere: "Articles that were exported with their tags:",
  what: "Brings in articles with their tags: from a Galley export, also of another newsroom, or from Label Studio, brat, INCEpTION, doccano, Prodigy or TEI.",
  mapping:
    "Types and attributes are known by their names in the tag scheme here. What has no place in it, and every tag that is not where its file says, is listed with its line.",
  promise:
    "Nothing is approved by an import: verdicts and approvals are kept beside each tag as what they were.",
  drop: "Drop a file here, or choose one",
  choose: "Choose a file",
  limit: ".json, .jsonl, .tsv, .xmi, .xml or .zip, up to 14.9 MB",
  tooLarge: "This file is larger than 14.9 MB. Nothing was sent; export fewer articles into one file.",
  sending: (name: string) => `Importing ${name}…`,
  noAnswer:
    "No answer came. What was imported is safe; import the same file again, and only what is missing comes in.",
  results: "Articles of the file",
  none: "The file holds no articles. Nothing was added.",
  article: "Article",
  result: "Result",
  tags: "Tags",
  untitled: "Without a title",
  added: "Added",
  here: "Already here",
  refused: "Not added",
  problems: (count: number) => (count === 1 ? "1 tag needs a look" : `${count} tags need a look`),
  more: (count: number) => `${count} more are not listed.`,
  kept: "came in, changed",
  left: "left out",
  at: (line: number, column: number) => `line ${line}, column ${column}`,
  summary: (added: number, here: number, refused: number) =>
    `${added} added, ${here} already here, ${refused} not added`,
} as const;
