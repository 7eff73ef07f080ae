/** The words of the pages that stand in when something failed: what happened, what is safe, what to do. */
export const errors = {
  /** Of a single action, where no answer came. */
  unreachable:
    "No answer came from Galley. It may be restarting, or the connection is down. Try again in a moment.",
  /** Where the code of what was to be opened did not come. */
  partMissing: {
    happened: "This part of Galley could not be fetched",
    todo: "Nothing was lost. Check the connection and open it again; if it still fails, reload the page.",
  },
  failed: {
    title: "This page could not be shown",
    happened: "Something failed on our side while the page was being made.",
    safe: "Everything that was shown as saved is saved.",
    todo: "Try again. If it fails again, tell your administrator what you did, and the code here if there is one.",
  },
  missing: {
    title: "There is nothing at this address",
    happened: "The page does not exist, or it is not shared with you.",
    safe: "Nothing was lost by coming here.",
    todo: "Check the address, or ask the person who sent it to share the article with you.",
    action: "Go to the start page",
  },
} as const;
