import { router } from "~/server/trpc";
import { accountRouter } from "./account";
import { articlesRouter } from "./articles";
import { auditRouter } from "./audit";
import { correctionsRouter } from "./corrections";
import { desksRouter } from "./desks";
import { evidenceRouter } from "./evidence";
import { exportsRouter } from "./exports";
import { invitationsRouter } from "./invitations";
import { live } from "./live";
import { membersRouter } from "./members";
import { newsroomRouter } from "./newsroom";
import { noticesRouter } from "./notices";
import { queueRouter } from "./queue";
import { searchRouter } from "./search";
import { threadsRouter } from "./threads";
import { viewsRouter } from "./views";

export type { CorrectionPlace, CorrectionsPage, PublicCorrection } from "./corrections";
export type { News } from "./live";
export type { AwaitedRow, MadeLink, MemberRow, People } from "./members";
export type { Settings } from "./newsroom";
export type { ListedNotice, NoticesPage } from "./notices";
export type {
  ArticleQueuePage,
  Looked,
  Plan,
  QueueCounts,
  QueuedArticle,
  QueuedTag,
  QueueSurroundings,
  TagQueuePage,
  Worker,
} from "./queue";
export type { SearchPage, SearchSurroundings } from "./search";
export type { Listener, WaitingPage, WaitingQuery } from "./threads";
export type { SavedView } from "./views";
export type { LinkInView } from "~/server/people/acceptance";

/** All procedures, a router for each noun. */
export const appRouter = router({
  account: accountRouter,
  articles: articlesRouter,
  audit: auditRouter,
  corrections: correctionsRouter,
  desks: desksRouter,
  evidence: evidenceRouter,
  exports: exportsRouter,
  invitations: invitationsRouter,
  live,
  members: membersRouter,
  newsroom: newsroomRouter,
  notices: noticesRouter,
  queue: queueRouter,
  search: searchRouter,
  threads: threadsRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;
