/**
 * Tries the deployment of docs/deploy.md on this machine: `npm run try:deploy`. A Postgres of the system's, PgBouncer
 * before it, Galley in two processes, nginx with TLS before those; nginx.conf and pgbouncer.ini are the ones of this
 * folder, but for names, ports and certificates. Then people write and follow by way of all of them, while Galley's
 * processes are replaced. Needs Debian's postgresql, pgbouncer, nginx and openssl; changes nothing outside of a
 * temporary folder.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfNeeded } from "~/server/boot/build";
import { makeCertificate, onlyWithCertificate, Machine } from "./machine";
import { trial } from "./trial";

const folder = process.env.GALLEY_TRIAL ?? (await mkdtemp(path.join(tmpdir(), "galley-deploy-")));
if (process.env.GALLEY_TRIAL === undefined) {
  await makeCertificate(folder);
  process.exitCode = await onlyWithCertificate(folder);
  await rm(folder, { recursive: true, force: true });
} else {
  process.stdout.write(`Build: ${await buildIfNeeded()}\n`);
  const machine = new Machine(folder);
  try {
    process.exitCode = (await trial(machine)) ? 0 : 1;
  } finally {
    await machine.stop();
  }
}
