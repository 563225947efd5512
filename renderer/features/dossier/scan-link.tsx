import { useState, type MouseEvent } from 'react'
import { scanUrl } from '#renderer/features/dossier/scan-file.ts'
import { Dialog } from '#ui/dialog.tsx'
import classes from './dossier.module.css'

interface FileLinkProps {
  /** Where the hub shows the file. */
  url: string
  title: string
  /** Changes with what the file belongs to, so that a replaced one is asked for anew. */
  version: number
  text: string
}

/** Opens the scan of a filed paper. */
export function ScanLink({ itemId, ...link }: Omit<FileLinkProps, 'url'> & { itemId: string }) {
  return <FileLink url={scanUrl(itemId)} {...link} />
}

/** Opens a kept picture over the page; a PDF is taken down as a file instead. */
export function FileLink({ url, title, version, text }: FileLinkProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [isPicture, setIsPicture] = useState(true)

  function open(event: MouseEvent) {
    event.preventDefault()
    setIsPicture(true)
    setIsOpen(true)
  }

  return (
    <>
      <a href={url} aria-label={`${text}: ${title}`} onClick={open}>
        {text}
      </a>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the window stay out of the form behind it */}
      <span onKeyDown={(event) => event.stopPropagation()}>
        <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={`Bản chụp: ${title}`} size={900}>
          {isPicture ? (
            <img
              src={`${url}?v=${version}`}
              alt={`Bản chụp ${title}`}
              className={classes.scan}
              onError={() => setIsPicture(false)}
            />
          ) : (
            <p>
              Bản chụp này là tệp PDF hoặc không xem được tại đây.{' '}
              <a href={url} download>
                Tải tệp về máy
              </a>
            </p>
          )}
        </Dialog>
      </span>
    </>
  )
}
