import { expect, it } from 'vitest'
import { hubUrlFrom } from './hub-url.ts'

it.each([
  ['--hub-url=http://127.0.0.1:7420', 'http://127.0.0.1:7420/'],
  ['--hub-url=http://127.0.0.1:7420/khu?a=1', 'http://127.0.0.1:7420/'],
])('opens the window on %s', (argument, href) => {
  expect(hubUrlFrom(['electron', argument])?.href).toBe(href)
})

it.each([
  'http://127.0.0.1:7420',
  '--hub-url=',
  '--hub-url=https://127.0.0.1:7420',
  '--hub-url=http://192.168.1.5:7420',
  '--hub-url=http://localhost:7420',
  '--hub-url=http://127.0.0.1.example.com/',
  '--hub-url=http://me@127.0.0.1:7420',
  '--hub-url=file:///etc/passwd',
])('opens no window on %s', (argument) => {
  expect(hubUrlFrom(['electron', argument])).toBeUndefined()
})
