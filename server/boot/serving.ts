import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/**
 * A note of where a newsroom is being served: in its data folder, so that a second `npm start` finds the first, and
 * in the build that serves it, so that nothing is built over a running server. A note is believed only if a server
 * answers there and says it is the same.
 */
const Note = z.object({ address: z.url(), instance: z.string() });

export type Note = z.infer<typeof Note>;

/** The file of the note in a data folder. */
export function dataNote(dataDir: string, development: boolean): string {
  return path.join(dataDir, development ? "serving-dev.json" : "serving.json");
}

/** The file of the note in a build's folder, for the server on this port. */
export function buildNote(buildDir: string, port: number): string {
  return path.join(buildDir, `serving-${port}.json`);
}

/** Leaves a note. Where nothing may be written, as in a container's build, nothing will be built either: then none. */
export async function leaveNote(file: string, note: Note): Promise<void> {
  await writeFile(file, JSON.stringify(note)).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
  });
}

export async function removeNote(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** @throws while a server runs from the build in this folder, in words for the person at the terminal */
export async function refuseWhileServing(buildDir: string): Promise<void> {
  const files = await readdir(buildDir).catch(() => []);
  for (const file of files.filter((name) => /^serving-\d+\.json$/.test(name))) {
    const address = await findServing(path.join(buildDir, file));
    if (address === undefined) continue;
    throw new Error(
      `Galley runs from this folder, at ${address}, and building anew would take its files away. ` +
        "Nothing was built, and it runs on. Stop it where it was started, with Ctrl-C, then do this again.",
    );
  }
}

/** The address at which Galley is served as the note in this file says, if it is. */
export async function findServing(file: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const note = Note.parse(JSON.parse(text));
  try {
    const answer = await fetch(`${note.address}/api/health/live`, { signal: AbortSignal.timeout(5000) });
    const { instance } = z.object({ instance: z.string() }).parse(await answer.json());
    return instance === note.instance ? note.address : undefined;
  } catch {
    // Nobody there, or somebody else: the note is left over from a server that was killed.
    return undefined;
  }
}
