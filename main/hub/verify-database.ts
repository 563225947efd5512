import { compareDerived } from '#db/queries/custody/rebuild-derived.ts'
import { compareLedger, type LedgerDifference } from '#db/queries/ledger/compare-ledger.ts'
import { verifyChain } from '#db/queries/audit/chain.ts'
import type { Connection } from '#db/connection/open-database.ts'

export interface VerifyResult {
  ok: boolean
  integrity: { ok: boolean; problems: string[] }
  foreignKeys: { ok: boolean; count: number }
  audit: { ok: boolean; length: number; head: string; faults: { seq: number; kind: string }[] }
  derived: { ok: boolean; differences: { table: string; key: string }[] }
  ledger: { ok: boolean; differences: LedgerDifference[] }
}

type Progress = (done: number, total: number | null, step: string) => void

const FAULTS_SHOWN = 100

/**
 * Checks the pages, the foreign keys, the audit chain, every derived table against the events, and the ledger: its
 * trial balance is zero and every balance follows from the entries. Reads only.
 */
export function verifyDatabase(
  connection: Connection,
  digestKey: Uint8Array,
  progress: Progress = () => {},
): VerifyResult {
  progress(0, 5, 'Kiểm tra trang dữ liệu')
  const integrity = connection
    .rows<{ integrity_check: string }>('pragma integrity_check(20)')
    .map((r) => r.integrity_check)
  const integrityOk = integrity.length === 1 && integrity[0] === 'ok'
  progress(1, 5, 'Kiểm tra khóa ngoại')
  const foreign = connection.rows('pragma foreign_key_check').length
  progress(2, 5, 'Kiểm tra chuỗi nhật ký')
  const chain = verifyChain(connection, digestKey)
  progress(3, 5, 'So bảng tổng hợp với sự kiện')
  const differences = compareDerived(connection)
  progress(4, 5, 'Cân đối sổ lưu ký')
  const unbalanced = compareLedger(connection)
  progress(5, 5, 'Xong')
  return {
    ok:
      integrityOk &&
      foreign === 0 &&
      chain.faults.length === 0 &&
      differences.length === 0 &&
      unbalanced.length === 0,
    integrity: { ok: integrityOk, problems: integrityOk ? [] : integrity },
    foreignKeys: { ok: foreign === 0, count: foreign },
    audit: {
      ok: chain.faults.length === 0,
      length: chain.length,
      head: chain.head,
      faults: chain.faults.slice(0, FAULTS_SHOWN),
    },
    derived: { ok: differences.length === 0, differences },
    ledger: { ok: unbalanced.length === 0, differences: unbalanced.slice(0, FAULTS_SHOWN) },
  }
}
