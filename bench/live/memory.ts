import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** What a server's processes are started with, so that their memory can be asked for at sockets in the folder. */
export function answeringForMemory(folder: string): Record<string, string> {
  const collecting = pathToFileURL(path.join(import.meta.dirname, "collecting.mjs")).href;
  return {
    GALLEY_BENCH_SOCKETS: folder,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${collecting}`,
  };
}

/** The resident memory of all those processes after their garbage was collected, in kilobytes. */
export async function memoryAt(folder: string): Promise<number> {
  const sockets = (await readdir(folder)).filter((name) => name.endsWith(".sock"));
  const sizes = await Promise.all(
    sockets.map(async (name) => Number(await text(connect(path.join(folder, name))))),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_024;
}
