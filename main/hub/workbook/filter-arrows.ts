import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { getCellAddress } from 'write-excel-file/utility'

/** What the library takes as the content of a file. */
type FileContent = Stream | Buffer | Blob

const CELLS_END = '</sheetData>'

/**
 * Arrows at the heads of every sheet, to filter and sort it by.
 * @param sizes rows, heads too, and columns of each sheet
 */
export function filterArrows(sizes: readonly { rows: number; columns: number }[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const size = sizes[sheetIndex]
            if (size === undefined || size.rows < 2) return xml
            const last = getCellAddress(size.rows - 1, size.columns - 1)
            return xml.replace(CELLS_END, `${CELLS_END}<autoFilter ref="A1:${last}"/>`)
          },
        },
      },
    },
  }
}
