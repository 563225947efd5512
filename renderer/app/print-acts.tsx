import { Button } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { showNotice } from '#renderer/app/notice.ts'

export interface PrintActsProps {
  /** The button names what is printed: `In văn bản`. */
  act: string
  /** Name of the PDF without its ending. */
  fileName: string
  disabled?: boolean
}

/** Prints the page; in the desktop app also saves it as a PDF. */
export function PrintActs({ act, fileName, disabled = false }: PrintActsProps) {
  const print = deskBridge()?.print

  async function toPrinter() {
    if (!print) {
      window.print()
      return
    }
    const answer = await print.toPrinter()
    if (!answer.ok) showNotice(answer.problem.message)
  }

  async function toPdf() {
    const answer = await print?.toPdf({ name: `${fileName.replace(/[\\/:*?"<>|]/g, '-').slice(0, 180)}.pdf` })
    if (answer?.ok === false) showNotice(answer.problem.message)
    else if (answer?.value.isSaved) showNotice('Đã lưu tệp PDF.')
  }

  return (
    <>
      {print && (
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconFileTypePdf size={16} stroke={1.75} aria-hidden />}
          onClick={() => void toPdf()}
        >
          Lưu PDF
        </Button>
      )}
      <Button
        disabled={disabled}
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
        onClick={() => void toPrinter()}
      >
        {act}
      </Button>
    </>
  )
}
