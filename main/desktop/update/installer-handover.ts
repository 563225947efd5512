import type { Manifest, ReleaseFile } from '#domain/releases/manifest.ts'

/** An installer whose signature and hash are good. */
export interface CheckedInstaller {
  path: string
  manifest: Manifest
  file: ReleaseFile
}

/** Who runs installers on this system: electron-updater in the program, a stand-in in tests. */
export interface InstallerHandover {
  /** Takes the installer over; answers where the copy lies that will be run. Nothing is installed yet. */
  take(installer: CheckedInstaller): Promise<string>
  /** Ends the program and runs the copy taken last. */
  install(): void
}
