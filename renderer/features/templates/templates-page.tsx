import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconListDetails, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TemplateLine } from '#domain/contract/templates.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { fetchFile, saveAs } from '#renderer/features/documents/document-file.ts'
import { sendTemplate } from '#renderer/features/templates/send-template.ts'
import { TagList } from '#renderer/features/templates/tag-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './templates.module.css'

const DOCX = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Every form the centre prints, with its template: fetch, replace, go back. */
export function TemplatesPage() {
  const desk = useDesk()
  const templates = useQuery(api.templates.list.queryOptions({ input: {} }))
  const [tagsOf, setTagsOf] = useState<TemplateLine | null>(null)
  if (templates.isPending) return <PagePending />
  if (templates.error) {
    return (
      <ErrorState
        title="Chưa tải được biểu mẫu"
        sentence={toHubError(templates.error).message}
        onRetry={() => void templates.refetch()}
      />
    )
  }
  const mayEdit = desk?.permissions.includes('templates.edit') ?? false
  const lines = templates.data.templates
  const groups = [
    { title: 'Đang áp dụng', lines: lines.filter(({ isCurrent }) => isCurrent) },
    { title: 'Cho việc làm trước 01/07/2026', lines: lines.filter(({ isCurrent }) => !isCurrent) },
  ]
  return (
    <>
      <PageHeader
        title="Biểu mẫu"
        note="Văn bản đã lập giữ nguyên; biểu mẫu mới chỉ dùng cho văn bản lập sau."
      />
      <div className={classes.groups}>
        {groups
          .filter((group) => group.lines.length > 0)
          .map((group) => (
            <Panel key={group.title} title={group.title} flush>
              <ul className={classes.list}>
                {group.lines.map((line) => (
                  <TemplateItem
                    key={line.edition}
                    line={line}
                    mayEdit={mayEdit}
                    onTags={() => setTagsOf(line)}
                  />
                ))}
              </ul>
            </Panel>
          ))}
      </div>
      <Dialog
        opened={tagsOf !== null}
        onClose={() => setTagsOf(null)}
        title={`Trường của ${tagsOf?.title ?? ''}`}
        size={680}
      >
        {tagsOf && <TagList edition={tagsOf.edition} />}
      </Dialog>
    </>
  )
}

interface TemplateItemProps {
  line: TemplateLine
  mayEdit: boolean
  onTags: () => void
}

function TemplateItem({ line, mayEdit, onTags }: TemplateItemProps) {
  const queryClient = useQueryClient()
  const [problems, setProblems] = useState<readonly string[]>([])
  const [unused, setUnused] = useState<readonly string[]>([])
  const [isBusy, setIsBusy] = useState(false)

  async function replace(file: File | null) {
    if (!file || isBusy) return
    setIsBusy(true)
    setProblems([])
    setUnused([])
    const outcome = await sendTemplate(line.edition, file)
    setIsBusy(false)
    if ('problems' in outcome) {
      setProblems(outcome.problems)
      return
    }
    setUnused(outcome.replaced.unused.map(({ label }) => label))
    await queryClient.invalidateQueries({ queryKey: api.templates.key() })
    notifications.show({ message: `Đã thay biểu mẫu ${line.title}.` })
  }

  async function use(templateId: string | null) {
    setIsBusy(true)
    setProblems([])
    try {
      await hub.templates.use({ edition: line.edition, templateId })
      await queryClient.invalidateQueries({ queryKey: api.templates.key() })
    } catch (error) {
      setProblems([toHubError(error).message])
    } finally {
      setIsBusy(false)
    }
  }

  async function take(templateId: string | null, name: string) {
    const outcome = await fetchFile(
      `/files/template/${line.edition}${templateId === null ? '' : `?id=${templateId}`}`,
    )
    if ('file' in outcome) saveAs(outcome.file, name)
    else setProblems([outcome.problem])
  }

  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <div>
          <h3 className={classes.title}>{line.title}</h3>
          <div className={classes.dim}>
            {line.formNumber ?? 'Mẫu của cơ sở'} · {line.source}
          </div>
        </div>
        <div className={classes.acts}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconListDetails size={16} stroke={1.75} aria-hidden />}
            onClick={onTags}
          >
            Trường
          </Button>
          {mayEdit && (
            <FileButton
              accept={DOCX}
              onChange={(file) => void replace(file)}
              inputProps={{ 'aria-label': `Tệp thay ${line.title}` }}
            >
              {(button) => (
                <Button
                  {...button}
                  size="xs"
                  loading={isBusy}
                  leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
                >
                  Thay bằng tệp .docx
                </Button>
              )}
            </FileButton>
          )}
        </div>
      </div>
      {problems.length > 0 && (
        <div className={classes.refusal} role="alert">
          <b>Chưa thay được.</b>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {unused.length > 0 && <p className={classes.dim}>Biểu mẫu mới không in: {unused.join(', ')}.</p>}
      <ul className={classes.versions}>
        {line.versions.map((version) => (
          <li key={version.id}>
            <span className={classes.file}>
              Bản {version.version}: {version.fileName}
              <span className={classes.dim}>
                {' '}
                · {version.addedBy}, {formatInstant(version.addedAt)}
              </span>
            </span>
            <VersionActs
              isActive={version.isActive}
              mayEdit={mayEdit}
              name={`bản ${version.version} của ${line.title}`}
              onTake={() => void take(version.id, version.fileName)}
              onUse={() => void use(version.id)}
            />
          </li>
        ))}
        <li>
          <span className={classes.file}>Bản kèm chương trình</span>
          <VersionActs
            isActive={line.activeId === null}
            mayEdit={mayEdit}
            name={`bản kèm chương trình của ${line.title}`}
            onTake={() => void take(null, `${line.edition}.docx`)}
            onUse={() => void use(null)}
          />
        </li>
      </ul>
    </li>
  )
}

interface VersionActsProps {
  isActive: boolean
  mayEdit: boolean
  name: string
  onTake: () => void
  onUse: () => void
}

function VersionActs({ isActive, mayEdit, name, onTake, onUse }: VersionActsProps) {
  return (
    <span className={classes.acts}>
      {isActive && <ToneChip tone="ok" text="Đang dùng" quiet />}
      {!isActive && mayEdit && (
        <Button size="compact-xs" variant="subtle" onClick={onUse} aria-label={`Dùng lại ${name}`}>
          Dùng lại
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
        onClick={onTake}
        aria-label={`Tải về ${name}`}
      >
        Tải về
      </Button>
    </span>
  )
}
