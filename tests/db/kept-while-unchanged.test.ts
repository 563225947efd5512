import { expect, it } from 'vitest'
import { keptWhileUnchanged } from '#db/connection/kept-while-unchanged.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { openTestDatabase, TEST_KEY } from './_test-database.ts'

it('what all desks share is made once, and anew after somebody has written', () => {
  using test = openTestDatabase()
  const reader = openDatabase({ file: test.file, key: TEST_KEY, mode: 'read' })
  let made = 0
  const ask = (key = 'a') => keptWhileUnchanged(reader, key, () => (made += 1))
  expect([ask(), ask(), ask()]).toEqual([1, 1, 1])
  expect(ask('b')).toBe(2)
  test.db.exec("insert into change (at, topic, by) values ('t', 'people', 'a')")
  expect([ask(), ask()]).toEqual([3, 3])
  reader.close()
})
