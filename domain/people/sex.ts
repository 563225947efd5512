/** Giới tính as on the person's papers. */
export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]

export const SEX_LABELS: Record<Sex, string> = { male: 'Nam', female: 'Nữ' }

/** How much of a birth date is known; old lists often hold only a year. */
export const BIRTH_PRECISIONS = ['day', 'month', 'year'] as const
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number]
