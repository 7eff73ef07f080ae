import { database } from "~/db/client";
import { missingMigrations } from "~/db/applied";

/** How long the database may take to answer before the server counts as not ready. */
const patienceMs = 3000;

/** The process runs. @returns 200 with the name of this instance, whatever the database does */
export function live(): Response {
  return answer(200, { status: "live", instance: process.env.GALLEY_INSTANCE ?? "" });
}

/** Requests will be answered: the database is there and has every migration. @returns 200, else 503 (SECURITY 5) */
export async function ready(): Promise<Response> {
  const problem = await Promise.race([
    findProblem(),
    new Promise<string>((resolve) => {
      setTimeout(resolve, patienceMs, "The database does not answer in time.").unref();
    }),
  ]);
  return problem === undefined
    ? answer(200, { status: "ready" })
    : answer(503, { status: "not ready", problem });
}

async function findProblem(): Promise<string | undefined> {
  try {
    const missing = await missingMigrations(database());
    return missing.length === 0 ? undefined : "The database lacks migrations of this version.";
  } catch {
    // Why is for the server's log and the doctor, not for whoever asks here.
    return "The database does not answer.";
  }
}

function answer(status: number, body: Record<string, string>): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
