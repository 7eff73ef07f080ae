import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/**
 * A note in the data folder of where this newsroom is being served, so that a second `npm start` finds
 * the first. The note is believed only if a server answers there and says it is the same.
 */
const Note = z.object({ address: z.url(), instance: z.string() });

export type Note = z.infer<typeof Note>;

function noteFile(dataDir: string, development: boolean): string {
  return path.join(dataDir, development ? "serving-dev.json" : "serving.json");
}

export async function leaveNote(dataDir: string, development: boolean, note: Note): Promise<void> {
  await writeFile(noteFile(dataDir, development), JSON.stringify(note));
}

export async function removeNote(dataDir: string, development: boolean): Promise<void> {
  await rm(noteFile(dataDir, development), { force: true });
}

/** The address at which Galley already serves this data folder, if it does. */
export async function findServing(dataDir: string, development: boolean): Promise<string | undefined> {
  const text = await readFile(noteFile(dataDir, development), "utf8").catch(() => undefined);
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
