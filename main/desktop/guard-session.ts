import type { Session, WebContents } from 'electron'
import { isOwnAddress, isOwnBlob, isOwnResource } from './origin.ts'
import { isAllowed } from './window-policy.ts'

/** The part of a session that is guarded. */
type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setCertificateVerifyProc'
  | 'on'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** Chromium's word for a failed verification. */
const NOT_TRUSTED = -2

/** Network, devices, permissions, downloads and dictionaries of the session that all windows share. */
export function guardSession(session: GuardedSession): void {
  // Pages have no network: the hub is reached by this process alone, and no certificate is any good to Chromium.
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnResource(url) }))
  session.setCertificateVerifyProc((_request, answer) => answer(NOT_TRUSTED))
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const { requestingUrl: origin, isMainFrame } = details
    answer(isAllowed({ permission, origin, isMainFrame, media }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, mediaType }) =>
    isAllowed({ permission, origin, isMainFrame, media: mediaType === undefined ? [] : [mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setSpellCheckerEnabled(false)
  // A file the page made goes where the person says; nothing else is taken down.
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL()) && !isOwnAddress(item.getURL())) event.preventDefault()
  })
}

/** Nothing a page holds may leave our pages, open a window or embed another page. */
export function guardContents(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>,
): void {
  // A peer connection is not a request: without this it would look for peers in the LAN.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  const stayHome = (details: { url: string; preventDefault: () => void }) => {
    if (!isOwnAddress(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
}
