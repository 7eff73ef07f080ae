/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or file-reading packages stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
  // `npm test` checks types, once; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  images: { remotePatterns: [] },
};
