import { keepEarlyInput } from "~/app/_keys/early-input";

/**
 * Runs in the browser before the application and before any schema is made. Zod tries whether it may compile
 * schemas with `Function`, and the content security policy reports each try as a violation. Zod takes this over when
 * it comes, so that a page that needs none comes without it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
keepEarlyInput();
