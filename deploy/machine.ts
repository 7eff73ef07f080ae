import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, chown, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { chooseRunner, type Runner } from "~/db/embedded/runner";

const run = promisify(execFile);
const PASSWORD = "tried-by-a-script";
/** So long a program may take until it listens, in milliseconds. */
const LISTENS_WITHIN = 15_000;

/** The system's programs around Galley, as docs/deploy.md has them, with everything they write in one folder. */
export class Machine {
  readonly #folder: string;
  readonly #programs: ChildProcess[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts a new Postgres of the system's. @returns the address of its database */
  async startPostgres(): Promise<string> {
    const bin = await postgresPrograms();
    const data = await this.#room("postgres");
    const runner = await chooseRunner(data);
    await own(runner, data);
    const secret = await this.#write("postgres-password", PASSWORD, runner);
    await run(
      path.join(bin, "initdb"),
      [
        "--pgdata",
        data,
        "--username=galley",
        "--auth=scram-sha-256",
        `--pwfile=${secret}`,
        "--encoding=UTF8",
      ],
      { ...runner, cwd: data },
    );
    const port = await freePort();
    const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
    await this.#start(
      path.join(bin, "postgres"),
      ["-D", data, "-p", String(port), ...settings],
      port,
      runner,
    );
    const url = `postgres://galley:${PASSWORD}@127.0.0.1:${port}`;
    await run(path.join(bin, "createdb"), [`--maintenance-db=${url}/postgres`, "galley"]);
    return `${url}/galley`;
  }

  /** Starts PgBouncer before a database. @returns the address by way of it */
  async startPgBouncer(database: string): Promise<string> {
    const room = await this.#room("pgbouncer");
    const runner = await chooseRunner(room);
    const users = await this.#write("userlist.txt", `"galley" "${PASSWORD}"\n`, runner);
    const port = await freePort();
    const settings = replaced(await readFile(path.join(import.meta.dirname, "pgbouncer.ini"), "utf8"), [
      ["port=5432", `port=${new URL(database).port}`],
      ["listen_port = 6432", `listen_port = ${port}\nunix_socket_dir =`],
      ["/etc/pgbouncer/userlist.txt", users],
    ]);
    const file = await this.#write("pgbouncer.ini", settings, runner);
    await this.#start("pgbouncer", ["--quiet", file], port, runner);
    const address = new URL(database);
    address.port = String(port);
    return address.href;
  }

  /** Starts nginx on a port, before Galley on another. */
  async startNginx(port: number, galley: number): Promise<void> {
    const room = await this.#room("nginx");
    const site = replaced(await readFile(path.join(import.meta.dirname, "nginx.conf"), "utf8"), [
      ["127.0.0.1:3000", `127.0.0.1:${galley}`],
      ["listen 443", `listen 127.0.0.1:${port}`],
      ["server_name galley.example.org", "server_name localhost"],
      ["/etc/ssl/galley/fullchain.pem", path.join(this.#folder, "certificate.pem")],
      ["/etc/ssl/galley/privkey.pem", path.join(this.#folder, "key.pem")],
    ]);
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const main = [
      "daemon off;",
      `pid ${room}/pid;`,
      "events {}",
      `http { access_log off; ${places.map((place) => `${place}_temp_path ${room}/${place};`).join(" ")}`,
      site,
      "}",
    ];
    const file = await this.#write("nginx.conf", main.join("\n"), undefined);
    await this.#start("nginx", ["-e", `${room}/error.log`, "-c", file], port, undefined);
  }

  /** Stops what was started, the last first. */
  async stop(): Promise<void> {
    for (const program of this.#programs.reverse()) {
      const ended = new Promise((resolve) => program.once("exit", resolve));
      if (program.exitCode === null && program.kill("SIGINT")) await ended;
    }
  }

  async #start(command: string, args: string[], port: number, runner: Runner): Promise<void> {
    const program = spawn(command, args, {
      ...runner,
      cwd: this.#folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let words = "";
    program.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    const failed = new Promise<never>((_, reject) => {
      program.once("error", () => reject(new Error(`${command} is not there. Debian has it as a package.`)));
      program.once("exit", () => reject(new Error(`${command} ended before it listened:\n${words}`)));
    });
    this.#programs.push(program);
    await Promise.race([listens(port), failed]);
    failed.catch(() => undefined);
  }

  async #room(name: string): Promise<string> {
    const room = path.join(this.#folder, name);
    await mkdir(room, { recursive: true });
    return room;
  }

  async #write(name: string, words: string, runner: Runner): Promise<string> {
    const file = path.join(this.#folder, name);
    await writeFile(file, words, { mode: 0o600 });
    await own(runner, file);
    return file;
  }
}

/** Makes a certificate for localhost, which nginx shows and the trial believes. */
export async function makeCertificate(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "certificate.pem")];
  const about = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"];
  await run("openssl", [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    key,
    "-out",
    certificate,
    ...about,
  ]);
}

/** Runs the script again in a process that believes the folder's certificate. @returns how it ended */
export async function onlyWithCertificate(folder: string): Promise<number> {
  const [, script = ""] = process.argv;
  const env = {
    ...process.env,
    GALLEY_TRIAL: folder,
    NODE_EXTRA_CA_CERTS: path.join(folder, "certificate.pem"),
  };
  const child = spawn(process.execPath, ["--import", "tsx", script], { env, stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

async function listens(port: number): Promise<void> {
  for (let waited = 0; waited < LISTENS_WITHIN; waited += 100) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isThere) return;
    await pause(100);
  }
  throw new Error(`Nothing listens on port ${port}.`);
}

/** The folder of the newest Postgres that Debian has installed. */
async function postgresPrograms(): Promise<string> {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error("There is no Postgres here. Debian has it as postgresql.");
  return `/usr/lib/postgresql/${newest}/bin`;
}

/** The text with each of the words replaced. @throws Error when one is not there: the file is not the one that was meant */
function replaced(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`“${from}” is not in the file any more.`);
    return result.replace(from, to);
  }, text);
}

async function own(runner: Runner, place: string): Promise<void> {
  if (runner) await chown(place, runner.uid, runner.gid);
}
