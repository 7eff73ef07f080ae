/** The words of threads: comments and queries. */
export const threads = {
  title: "Comments",
  count: (count: number) => (count === 1 ? "1 comment" : `${count} comments`),
  open: (count: number) => (count === 1 ? "1 open thread" : `${count} open threads`),
  none: "No comments yet.",
  comment: "Comment",
  ask: "Ask",
  /** Whoever holds a role, as one writes of them. */
  roles: {
    reporter: "the reporters",
    "copy-editor": "the copy editors",
    checker: "the checkers",
    standards: "the standards editors",
    "managing-editor": "the managing editors",
    editor: "the editors",
    counsel: "counsel",
  },
} as const;
