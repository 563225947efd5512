/** What is on record of somebody who is searched for. */
export interface SearchFacts {
  birthOn: string | null
  paper: unknown
  /** Is a permanent address on record? */
  permanentAddress: boolean
  heightCm: number | null
  weightKg: number | null
  marks: readonly unknown[]
  relatives: readonly unknown[]
  photoId: string | null
}

const ASKED: readonly { label: string; isThere: (facts: SearchFacts) => boolean }[] = [
  { label: 'ảnh', isThere: ({ photoId }) => photoId !== null },
  { label: 'ngày sinh', isThere: ({ birthOn }) => birthOn !== null },
  { label: 'giấy tờ tùy thân', isThere: ({ paper }) => paper !== null },
  { label: 'nơi thường trú', isThere: ({ permanentAddress }) => permanentAddress },
  { label: 'chiều cao', isThere: ({ heightCm }) => heightCm !== null },
  { label: 'cân nặng', isThere: ({ weightKg }) => weightKg !== null },
  { label: 'dấu hiệu riêng', isThere: ({ marks }) => marks.length > 0 },
  { label: 'quan hệ gia đình', isThere: ({ relatives }) => relatives.length > 0 },
]

/** What the decision on a search asks for and the record lacks, in words (INC-09, Mẫu 43 of D163). */
export function missingForSearch(facts: SearchFacts): string[] {
  return ASKED.filter(({ isThere }) => !isThere(facts)).map(({ label }) => label)
}
