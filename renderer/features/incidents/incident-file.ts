import type { ScanPlace } from '#renderer/features/dossier/scan-file.ts'

/** Where photos and scans of an incident go: to whoever may write into it the hub says yes. */
export function incidentScans(incidentId: string): ScanPlace {
  return { path: `/files/incident/${incidentId}`, drawsAnew: true }
}

/** Where a piece of evidence is shown from. */
export function evidenceUrl(id: string): string {
  return `/files/incident-evidence/${id}`
}

/** Where the photo of an exhibit is shown from. */
export function exhibitUrl(id: string): string {
  return `/files/incident-exhibit/${id}`
}
