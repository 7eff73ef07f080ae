import { config } from "zod";
import { keepEarlyKeys } from "~/app/_keys/early-keys";

/**
 * Runs in the browser before the application and before any schema is made. Zod tries whether it may compile
 * schemas with `Function`, and the content security policy reports each try as a violation.
 */
config({ jitless: true });
keepEarlyKeys();
