import { createRoot } from 'react-dom/client'
import { applyStoredColorScheme, printInLight } from '#renderer/app/color-scheme.ts'
import { shareStyleNonce } from '#renderer/app/csp-nonce.ts'
import { DeskGate } from '#renderer/app/desk-gate.tsx'
import { Providers } from '#renderer/app/providers.tsx'
import { createAppRouter } from '#renderer/app/router.ts'
import { SessionProvider } from '#renderer/app/session-provider.tsx'
import { RouterProvider } from '@tanstack/react-router'

shareStyleNonce()
applyStoredColorScheme()
printInLight()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <Providers>
    <DeskGate>
      <SessionProvider>
        <RouterProvider router={createAppRouter()} />
      </SessionProvider>
    </DeskGate>
  </Providers>,
)
