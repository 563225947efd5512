import { createRoot } from 'react-dom/client'
import { applyStoredColorScheme } from '#renderer/app/color-scheme.ts'
import { shareStyleNonce } from '#renderer/app/csp-nonce.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createAppRouter } from '#renderer/app/router.ts'
import { RouterProvider } from '@tanstack/react-router'

shareStyleNonce()
applyStoredColorScheme()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <Providers>
    <RouterProvider router={createAppRouter()} />
  </Providers>,
)
