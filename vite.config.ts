import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const root = fileURLToPath(new URL('renderer', import.meta.url))

/**
 * The renderer's build, for the browser and for Electron alike. Everything is a file of its own origin: the CSP
 * allows neither inline scripts nor `data:` fonts.
 */
export const rendererConfig = {
  root,
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { host: '127.0.0.1' },
} satisfies UserConfig

export default defineConfig(rendererConfig)
