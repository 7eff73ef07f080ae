/** Starts the TypeScript part of the boot and stays beside it until it ends. */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder of the project, wherever the command was given. */
export const project = path.resolve(here, "..", "..");

/**
 * Runs a TypeScript file of this folder with tsx. Both get the terminal's Ctrl-C; SIGTERM and SIGHUP are
 * handed on, and so is SIGUSR2; if this process is killed outright, the child sees its channel close and stops in order.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} the child's exit code
 */
export function runTypeScript(file, args, env) {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(here, file), ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  process.on("SIGINT", () => child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  process.on("SIGUSR2", () => child.kill("SIGUSR2"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal)
        process.stderr.write(`\nGalley was ended by ${signal}. What was saved is safe; start it again.\n`);
      resolve(code ?? 1);
    });
  });
}
