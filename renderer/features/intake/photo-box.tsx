import { Button, FileButton } from '@mantine/core'
import { IconCamera, IconPhoto } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { FileOutcome } from '#renderer/features/dossier/desk-file.ts'
import { sendPhoto } from '#renderer/features/dossier/person-photo.ts'
import { UnsentFile } from '#renderer/features/dossier/unsent-file.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import classes from './intake.module.css'

const SIDE = 160
/** How the photo is called among the files of the form. */
const PHOTO = 'ảnh chân dung'
const NO_CAMERA = 'Máy này chưa mở được webcam. Cắm lại webcam hoặc chọn tệp ảnh.'

/** Draws the middle square of a picture small on a canvas, for looking at. */
function drawSquare(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  width: number,
  height: number,
): void {
  const side = Math.min(width, height)
  canvas
    .getContext('2d')
    ?.drawImage(
      picture,
      (width - side) / 2,
      (height - side) / 2,
      side,
      side,
      0,
      0,
      canvas.width,
      canvas.height,
    )
}

/** The photo: from the webcam or a file, drawn anew before it is sent, so that nothing the camera wrote goes along. */
export function PhotoBox() {
  const store = useIntakeStore()
  const fileId = useIntake((form) => form.photoFileId)
  const refused = useProblem('photo.fileId')
  const canvas = useRef<HTMLCanvasElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [hasPreview, setHasPreview] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [unsent, setUnsent] = useState<Blob | null>(null)

  useEffect(() => {
    if (video.current) video.current.srcObject = stream
    return () => stream?.getTracks().forEach((track) => track.stop())
  }, [stream])

  async function send(picture: Blob): Promise<FileOutcome> {
    setIsSending(true)
    setProblem(null)
    setUnsent(null)
    const sent = await sendPhoto(picture)
    setIsSending(false)
    if ('problem' in sent) {
      setProblem(sent.problem)
      setUnsent(picture)
      return sent
    }
    const bitmap = await createImageBitmap(picture)
    if (canvas.current) drawSquare(canvas.current, bitmap, bitmap.width, bitmap.height)
    bitmap.close()
    setHasPreview(true)
    store.set({ photoFileId: sent.fileId })
    store.forget('photo')
    return sent
  }

  function keep(picture: Blob) {
    store.files.follow(PHOTO, send(picture))
  }

  function drop() {
    setProblem(null)
    setUnsent(null)
    store.files.follow(PHOTO, null)
  }

  async function openCamera() {
    setProblem(null)
    try {
      // Absent where the page did not come over a trusted connection.
      const devices: MediaDevices | undefined = navigator.mediaDevices
      if (devices === undefined) throw new Error('no media devices')
      setStream(await devices.getUserMedia({ video: { width: 960, height: 720 } }))
    } catch {
      setProblem(NO_CAMERA)
    }
  }

  async function shoot() {
    const source = video.current
    if (!source) return
    const shot = new OffscreenCanvas(source.videoWidth, source.videoHeight)
    shot.getContext('2d')?.drawImage(source, 0, 0)
    const picture = await shot.convertToBlob({ type: 'image/png' })
    setStream(null)
    keep(picture)
  }

  return (
    <div className={classes.photo}>
      <span className={classes.frame}>
        <canvas ref={canvas} width={SIDE} height={SIDE} hidden={!hasPreview || stream !== null} aria-hidden />
        {stream && <video ref={video} autoPlay muted playsInline aria-label="Hình từ webcam" />}
        {!stream && !hasPreview && (
          <span className={classes.dim}>{fileId === null ? 'Chưa có ảnh' : 'Đã có ảnh trong bản nháp'}</span>
        )}
      </span>
      <div className={classes.photoActs}>
        {stream ? (
          <Button size="compact-sm" onClick={() => void shoot()}>
            Chụp
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={isSending}
            leftSection={<IconCamera size={14} stroke={1.75} aria-hidden />}
            onClick={() => void openCamera()}
          >
            Webcam
          </Button>
        )}
        <FileButton accept="image/jpeg,image/png,image/webp" onChange={(file) => file && keep(file)}>
          {(button) => (
            <Button
              {...button}
              size="compact-sm"
              variant="default"
              leftSection={<IconPhoto size={14} stroke={1.75} aria-hidden />}
            >
              Tệp ảnh
            </Button>
          )}
        </FileButton>
      </div>
      {unsent !== null && problem !== null ? (
        <UnsentFile owner={PHOTO} problem={problem} onRetry={() => keep(unsent)} onDrop={drop} />
      ) : (
        (problem ?? refused) && <span className={classes.error}>{problem ?? refused}</span>
      )}
    </div>
  )
}
