import { Loader } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { AppError, ERROR_SENTENCES } from '#domain/errors.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'

/** An address that names no page. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Không có trang này" />
      <EmptyState
        icon={IconMapQuestion}
        title="Địa chỉ này không dẫn đến trang nào"
        act={<InnerLink href="/">Về trang Hôm nay</InnerLink>}
      >
        Địa chỉ có thể đã gõ sai, hoặc mục này đã được chuyển đi nơi khác.
      </EmptyState>
    </>
  )
}

/** A page that could not be shown; never a stack trace. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const sentence = error instanceof AppError ? error.message : ERROR_SENTENCES.internal
  return <ErrorState title="Chưa mở được trang này" sentence={sentence} onRetry={reset} />
}

/** A page on its way, shown only when it takes more than a moment. */
export function PagePending() {
  return (
    <output style={{ display: 'grid', placeItems: 'center', padding: 48 }} aria-label="Đang mở trang">
      <Loader size="sm" aria-hidden />
    </output>
  )
}
