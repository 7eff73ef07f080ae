import { galleyJsonSchema } from "~/server/formats/galley-json";

/** The JSON Schema of Galley's own files, for anybody: it says nothing of anyone. */
export function galleySchema(): Response {
  return Response.json(galleyJsonSchema(), {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=3600" },
  });
}
