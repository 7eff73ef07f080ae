import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "~/server/routers";

type Answers = inferRouterOutputs<AppRouter>["exports"];

/** A format as the dialog tells it. */
export type FormatTold = Answers["formats"]["formats"][number];
/** What a file would hold. */
export type ExportPreviewed = Answers["preview"];
