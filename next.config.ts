import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/server/intl-request.ts');

const config: NextConfig = {
  // The optimiser is not used and its advisories of 2026 are many: keep it off.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run lint` checks the types, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
