/** The words of the page of what waits for somebody. */
export const queries = {
  title: "Waiting for me",
  what: "Open queries to you, or to a role of yours. What is wanted first stands first.",
  list: "Queries that wait for you",
  waiting: (count: number) => (count === 1 ? "1 query waits" : `${count} queries wait`),
  shown: (count: number) => (count === 1 ? "1 query shown" : `${count} queries shown`),
  more: "Show more",
  titleRemoved: "Title removed",
  asks: (name: string) => `${name} asks you`,
  asksRole: (name: string, role: string) => `${name} asks ${role}`,
  answer: "Answer",
  leaveOpen: "Leave the query open",
  answered: "Answered",
  replied: "Reply sent; the query stays open",
  undone: "The query is open again",
  due: "due",
  overdue: "overdue since",
  empty: {
    title: "Nothing waits for you",
    why: "When somebody asks you, or a role of yours, the query stands here until it is answered.",
  },
  failed: { happened: "The list could not be read.", safe: "Nothing was changed." },
} as const;
