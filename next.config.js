/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or file-reading packages stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
  // `npm test` checks types, once; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  images: { remotePatterns: [] },
  // Browsers ask for it beside any answer that names no icon.
  rewrites: () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // For what proxy.ts leaves alone: files, health, uploads.
  headers: () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default config;
