import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compressible = /\.(js|css|json|svg)$/;
/** Below it nothing is won, in bytes. */
const LEAST = 1_000;

const press = promisify(brotliCompress);

/**
 * Compresses every file of a folder that is worth it, once and as far as it goes, and keeps that beside it under its
 * name with `.br`. What Next compresses anew for each request is a seventh larger: it has no time for more.
 */
export async function compressFiles(root: string): Promise<void> {
  const files = await readdir(root, { recursive: true });
  await Promise.all(
    files.filter((file) => compressible.test(file)).map((file) => compressFile(path.join(root, file))),
  );
}

async function compressFile(file: string): Promise<void> {
  if ((await stat(file)).size < LEAST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await press(await readFile(file), { params }));
}
