import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The secret that signs this newsroom's session cookies, made on first use and kept beside the data
 * (mode 0600), so that a restart signs nobody out.
 */
export async function keepSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32)
    throw new Error(`${file} is damaged. Delete it and start again; everybody then signs in anew.`);
  return secret;
}

/** Eight hexadecimal digits that tell this server from others under the same host name (cookies ignore ports). */
export function instanceName(dataDir: string, port: number): string {
  return createHash("sha256")
    .update(`${path.resolve(dataDir)}\0${port}`)
    .digest("hex")
    .slice(0, 8);
}
